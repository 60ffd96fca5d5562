import { isObject } from "../commandLine/json";
import { closest, hasInvisible } from "./names";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

/** Longest name of a group that a provider is known to send, in characters. */
const longestGroup = 256;

const groupForm: Form = {
    // A list in JSON begins with a bracket, and Cognito passes one group on as it is.
    accepts: (value) =>
        /^[^[\s](?:.*\S)?$/su.test(value) &&
        value.length <= longestGroup &&
        value !== "__proto__" &&
        !hasInvisible(value),
    expected:
        "the name of a group at the company, such as Broadcast-Admins: up to" +
        ` ${String(longestGroup)} characters, without spaces around it or a [ at its beginning`,
    otherwise: { edit: "Write such a name" },
};

/**
 * Checks which roles the company's groups grant.
 *
 * @param setting - Groups by role; by default groups are named as the roles are
 * @returns Roles by group
 */
export function checkCompanyRoles(
    setting: Setting,
    roles: readonly string[],
): Record<string, string[]> {
    if (setting.value === undefined) return Object.fromEntries(roles.map((role) => [role, [role]]));
    if (!isObject(setting.value)) {
        setting.refuse("is not an object with a list of groups for each role", {
            edit: `Write such as { ${roles[0] ?? "flexai-manager"}: [Broadcast-Admins] }`,
        });
        return {};
    }
    const grants = new Map<string, string[]>();
    for (const role of Object.keys(setting.value)) {
        const field = setting.field(role);
        if (!roles.includes(role)) {
            const meant = closest(role, roles);
            field.hidden().refuse(`is not one of the roles: ${roles.join(", ")}`, {
                edit: meant === undefined ? "Rename or delete it" : `Rename it to '${meant}'`,
            });
        }
        for (const group of field.strings((_group, entry) => checkForm(entry, groupForm))) {
            grants.set(group, [...(grants.get(group) ?? []), role]);
        }
    }
    if (grants.size === 0) {
        setting.warn(
            "grants no role to any group: people of the company sign in, and flexAI refuses them",
            {
                edit: "Write the company's groups",
            },
        );
    }
    return Object.fromEntries(grants);
}
