/** A setting, or a value within one. */
export interface SettingName {
    /** Namespace that commands may leave out, such as `flexai-oidc:`, or none. */
    readonly namespace: string;
    /** Rest of the name as Pulumi's `--path` accepts it, such as `roles[0]`. */
    readonly path: string;
    /** Whether the path leads into the value of a setting. */
    readonly nested: boolean;
    /**
     * The whole setting where the stack's file has it as one string, as JSON, which `--path` would
     * replace; empty where it is encrypted.
     */
    readonly json?: unknown;
    /** Where it is a user or of one: with a wrong index, a command would change another person. */
    readonly user?: UserValue;
}

/** A user, or a value of one. */
export interface UserValue {
    /** Completes "user ...", such as `'anna'`. */
    readonly who: string;
    /** The field, none for the user. */
    readonly field?: string;
    /** Whether the value is an entry of the list in that field. */
    readonly isEntry?: boolean;
}

/** The name of the field, or of the entry, in the value of that name. */
export function within({ user, ...name }: SettingName, step: string | number): SettingName {
    const isField = typeof step === "string" && /^\w+$/.test(step);
    const path = name.path + (isField ? `.${step}` : `[${JSON.stringify(step)}]`);
    const inner = { ...name, path, nested: true };
    if (!user) return inner;
    const { who, field } = user;
    return { ...inner, user: { who, field: field ?? String(step), isEntry: field !== undefined } };
}

/** The name in messages, such as `'flexai-oidc:hostname'` or `User 'anna': 'email'`. */
export function fullName({ namespace, path, user }: SettingName): string {
    if (!user) return `'${namespace}${path}'`;
    return `User ${user.who}${user.field === undefined ? "" : `: '${user.field}'`}`;
}
