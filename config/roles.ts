import { flexaiRoles } from "../flexai/manual";
import { closest, folded } from "./names";
import type { Remedy } from "./remedies";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

/** What Cognito accepts for the name of a group, except the comma, which separates names in Pulumi ids. */
const groupName = /^(?!.*,)[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;
const placeholder = { placeholder: "ROLE NAME" };

const form: Form = {
    accepts: (value) => groupName.test(value),
    expected: "the name of a role: 1 to 128 letters, digits or signs, no space, no comma",
    correct: (value) => (groupName.test(value) ? value : (closest(value, flexaiRoles) ?? "")),
    otherwise: placeholder,
};

/** Checks the names of the roles, of which there must be one. */
export function checkRoles(setting: Setting): string[] {
    const known = new Map<string, string>();
    const roles = setting.strings((role, entry) => {
        const twin = known.get(folded(role));
        known.set(folded(role), role);
        if (role === "__proto__") {
            entry.refuse("is a reserved name", placeholder);
        } else if (checkForm(entry, form) !== "" && twin !== undefined) {
            entry.refuse(`looks like the role '${twin}'`, {
                edit: "Delete or rename one of the two",
            });
        }
    });
    const misspelt = nearMisses(roles);
    for (const { role, meant } of misspelt) {
        const entry = setting.entry((setting.value as unknown[]).indexOf(role));
        entry.warn(`is '${role}', which flexAI does not know`, { set: meant });
    }
    if (Array.isArray(setting.value) && setting.value.length === 0) {
        setting.refuse(`is an empty list. Default: ${flexaiRoles.join(", ")}`, "remove");
    } else if (misspelt.length === 0 && !roles.some(isFlexais)) {
        setting.warn(
            `contains none of ${flexaiRoles.join(", ")}: flexAI will let nobody in`,
            { set: flexaiRoles.at(-1) ?? "" },
            setting.entry(roles.length),
        );
    }
    return roles;
}

function isFlexais(role: string): boolean {
    return flexaiRoles.includes(role);
}

/** Finds the roles that are nearly one of flexAI's which is not there. */
function nearMisses(roles: readonly string[]): { readonly role: string; readonly meant: string }[] {
    return roles.flatMap((role) => {
        const meant = closest(role, flexaiRoles);
        return meant === undefined || roles.includes(meant) ? [] : [{ role, meant }];
    });
}

/** Checks a list of roles, each of which must be one of `roles`. */
export function checkRoleNames(setting: Setting, roles: readonly string[]): string[] {
    return setting.strings((role, entry) => {
        // Without roles, they are refused themselves.
        if (roles.length === 0 || roles.includes(role)) return;
        entry.refuse(`is not one of the roles: ${roles.join(", ")}`, remedyFor(role, roles));
    });
}

function remedyFor(role: string, roles: readonly string[]): Remedy {
    if (isFlexais(role)) return { edit: "Add it to 'roles', or write one of these," };
    const meant = closest(role, roles);
    return meant === undefined ? placeholder : { set: meant };
}

/** Checks the roles that every user of the pool holds, and warns of the highest. */
export function checkDefaultRoles(setting: Setting, roles: readonly string[]): string[] {
    const defaultRoles = checkRoleNames(setting, roles);
    const highest = [roles[0], flexaiRoles[0]].find((role) => defaultRoles.includes(role ?? ""));
    if (highest !== undefined) {
        setting.warn(
            `contains '${highest}', the highest role: every user of the pool holds it, whatever` +
                " their groups, so everybody who can sign in can do everything",
            { edit: `To grant it by its group alone, delete '${highest}' from the list` },
        );
    }
    return defaultRoles;
}
