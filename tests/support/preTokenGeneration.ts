import type { PreTokenGenerationOptions } from "../../functions/preTokenGeneration";

/** An event, version 2, as a pool sends it: the response arrives as null. */
export function cognitoEvent(groups: unknown, changes: { request?: object } = {}) {
    return {
        version: "2",
        triggerSource: "TokenGeneration_HostedAuth",
        region: "eu-central-1",
        userPoolId: "eu-central-1_Abc123XyZ",
        userName: "anna",
        callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: "1example23456789" },
        request: {
            userAttributes: {
                sub: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                email: "anna@example.com",
                email_verified: "true",
                preferred_username: "Anna",
                "cognito:user_status": "CONFIRMED",
            },
            groupConfiguration: {
                groupsToOverride: groups,
                iamRolesToOverride: [],
                preferredRole: null,
            },
            scopes: ["email", "openid", "profile"],
            ...changes.request,
        },
        response: { claimsAndScopeOverrideDetails: null },
    };
}

export const defaults: PreTokenGenerationOptions = {
    rolesClaim: "https://flexai.de/roles",
    roles: ["flexai-manager", "flexai-editor", "flexai-user"],
    defaultRoles: [],
};

/** The rule in other words than the handler's: ask for each role by itself. */
export function expectedRoles(
    groups: unknown,
    { roles, defaultRoles }: PreTokenGenerationOptions,
): string[] {
    const granted: string[] = [];
    for (const role of roles) {
        let holds = false;
        for (const name of defaultRoles) if (name === role) holds = true;
        if (Array.isArray(groups)) for (const name of groups) if (name === role) holds = true;
        if (holds) granted.push(role);
    }
    return granted;
}

/** The name that stands in for `preferred_username`, by a rule in other words than the handler's. */
export function expectedName(event: unknown): unknown {
    const { userName, request } = fields(event);
    const { preferred_username: own } = fields(fields(request).userAttributes);
    const missing = [undefined, null, "", false, 0].some((nothing) => nothing === own);
    return missing && userName !== "" && userName !== null ? userName : undefined;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
    return Object(value ?? {}) as Readonly<Record<string, unknown>>;
}

/**
 * The one shape that the response may have.
 *
 * @param name - `preferred_username` where the user has none
 */
export function expectedResponse(
    roles: readonly string[],
    { rolesClaim = defaults.rolesClaim, name }: { rolesClaim?: string; name?: unknown } = {},
) {
    const claims = { [rolesClaim]: roles };
    const named = name === undefined ? claims : { ...claims, preferred_username: name };
    return {
        claimsAndScopeOverrideDetails: {
            idTokenGeneration: { claimsToAddOrOverride: named as Record<string, unknown> },
            accessTokenGeneration: { claimsToAddOrOverride: claims },
        },
    };
}

export interface Case {
    readonly title: string;
    readonly options?: Partial<PreTokenGenerationOptions>;
    readonly event: unknown;
    readonly roles: readonly string[];
    /** `preferred_username` that the ID token gets. */
    readonly name?: string;
}

const [manager, editor, user] = ["flexai-manager", "flexai-editor", "flexai-user"];
const withGroups = (title: string, groups: unknown, roles: readonly string[]): Case => ({
    title,
    event: cognitoEvent(groups),
    roles,
});

/** A user without `preferred_username`, in what Cognito may send in its place. */
const nameless = (attributes: string, userAttributes: unknown): Case => ({
    title: `the user name stands in for preferred_username where ${attributes}`,
    event: cognitoEvent([user], { request: { userAttributes } }),
    roles: [user],
    name: "anna",
});

/** What both the handler and the uploaded program are tested with. */
export const cases: readonly Case[] = [
    withGroups("T1: no groups grant no role", [], []),
    withGroups("one group grants its role", [editor], [editor]),
    withGroups("all groups grant all roles", [manager, editor, user], [manager, editor, user]),
    withGroups("the order is that of the roles", [user, manager], [manager, user]),
    withGroups("T7: a group that is listed twice grants its role once", [user, user], [user]),
    withGroups("T5: groups without a role are dropped", ["admins", user, "eu_Google"], [user]),
    withGroups("T7: a space makes another name", [`${user} `, ` ${manager}`], []),
    withGroups("T7: case makes another name", ["Flexai-User", "FLEXAI-MANAGER"], []),
    withGroups("T7: look-alike letters make another name", ["flexаi-user", "flexai‐user"], []),
    withGroups("T7: a part of a name is another name", ["flexai", "flexai-managers", "user"], []),
    withGroups("T7: prototype names are not roles", ["__proto__", "constructor", "toString"], []),
    withGroups("T10: absent groups count as none", undefined, []),
    withGroups("T10: groups that are null count as none", null, []),
    withGroups("T10: a string in place of the list counts as none", user, []),
    withGroups("T10: a number in place of the list counts as none", 3, []),
    withGroups("T10: an object in place of the list counts as none", { 0: user, length: 1 }, []),
    withGroups(
        "T10: entries that are not strings are dropped",
        [null, 1, {}, [user], user],
        [user],
    ),
    ...[null, {}, [], "flexai-user", { 0: "flexai-user" }].map((groupConfiguration) => ({
        title: `T10: groupConfiguration ${JSON.stringify(groupConfiguration)} counts as no groups`,
        event: cognitoEvent([], { request: { groupConfiguration } }),
        roles: [],
    })),
    ...[
        null,
        {},
        [],
        "string",
        1,
        true,
        { request: null },
        { request: {} },
        { request: "string" },
    ].map((event) => ({
        title: `T10: the event ${JSON.stringify(event)} counts as one without groups`,
        event,
        roles: [],
    })),
    {
        title: "a default role is held without a group",
        options: { defaultRoles: [user] },
        event: cognitoEvent([]),
        roles: [user],
    },
    {
        title: "a default role is held where groups cannot be read",
        options: { defaultRoles: [user] },
        event: null,
        roles: [user],
    },
    {
        title: "T7: a default role joins the groups' in the order of the roles, once",
        options: { defaultRoles: [user, editor] },
        event: cognitoEvent([user, manager]),
        roles: [manager, editor, user],
    },
    {
        title: "a default role that is not among the roles is not granted",
        options: { defaultRoles: ["admin"] },
        event: cognitoEvent(["admin"]),
        roles: [],
    },
    {
        title: "roles by other names are granted as flexAI's are",
        options: { roles: ["Käse", "日本", "constructor"] },
        event: cognitoEvent(["constructor", "日本", "flexai-user"]),
        roles: ["日本", "constructor"],
    },
    nameless("it is missing", { sub: "1", email: "anna@example.com" }),
    nameless("it is empty", { preferred_username: "" }),
    nameless("it is null", { preferred_username: null }),
    nameless("there are no attributes", undefined),
    nameless("the attributes are null", null),
    nameless("the attributes are a string", "preferred_username"),
    {
        title: "T10: without a user name either, nothing stands in for preferred_username",
        event: { request: { groupConfiguration: { groupsToOverride: [user] } } },
        roles: [user],
    },
    {
        title: "T15: the claim is named as configured",
        options: { rolesClaim: "roles" },
        event: cognitoEvent([user]),
        roles: [user],
    },
];
