import { flexaiRoles, flexaiRolesClaims } from "../flexai/manual";
import type { Setting } from "./setting";

/** What Cognito takes for the name of a group, but for the comma, which parts names elsewhere. */
const groupName = /^(?!.*,)[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

/** Checks the names of the roles, of which there must be one. */
export function checkRoles(setting: Setting): string[] {
    const roles = setting.texts((role, entry) => {
        if (role === "__proto__") {
            entry.refuse("names what every JavaScript object has, and no role", "flexai-user");
        } else if (!groupName.test(role)) {
            entry.refuse(
                "is not the name of a role: 1 to 128 letters, digits or signs, no space, no comma",
                "flexai-user",
            );
        }
    });
    if (Array.isArray(setting.value) && setting.value.length === 0) {
        setting.refuseAltogether(
            `holds no role, where flexAI's own (${flexaiRoles.join(", ")}) are the default`,
        );
    }
    return roles;
}

/** Checks a list of roles, each of which must be one of `roles`. */
export function checkRoleNames(setting: Setting, roles: readonly string[]): string[] {
    return setting.texts((role, entry) => {
        // Roles that are refused themselves tell nothing about others.
        if (roles.length === 0 || roles.includes(role)) return;
        entry.refuse(`is none of the roles (${roles.join(", ")})`, roles.at(-1) ?? "flexai-user");
    });
}

/** Checks the name of the claim, which must be one that flexAI reads. */
export function checkRolesClaim(setting: Setting): string {
    const claim = flexaiRolesClaims.find((name) => name === setting.value);
    const [usual = ""] = flexaiRolesClaims;
    if (claim === undefined) {
        setting.refuse(
            `is no claim that flexAI reads, which are ${flexaiRolesClaims.join(" and ")}`,
            usual,
        );
    }
    return claim ?? usual;
}

/** Tells what is allowed and yet seldom meant. */
export function roleWarnings(roles: readonly string[], defaultRoles: readonly string[]): string[] {
    const warnings: string[] = [];
    if (!roles.some((role) => flexaiRoles.includes(role))) {
        warnings.push(
            `'flexai-oidc:roles' holds none of ${flexaiRoles.join(", ")}: flexAI will let nobody in. Run: pulumi config rm roles`,
        );
    }
    const highest = [roles[0], flexaiRoles[0]].find((role) => defaultRoles.includes(role ?? ""));
    if (highest !== undefined) {
        warnings.push(
            `'flexai-oidc:defaultRoles' holds '${highest}', the highest role: every user of the pool` +
                " holds it, whatever their groups, so everybody who can sign in can do everything. To" +
                " grant roles by groups alone, run: pulumi config rm defaultRoles",
        );
    }
    return warnings;
}
