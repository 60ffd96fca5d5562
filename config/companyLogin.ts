import type { CompanyLogin } from "../components/companyLogin";
import type { User } from "../components/users";
import { flexaiRoles } from "../flexai/manual";
import { checkCompanyProvider, issuerForm, providerFields } from "./companyProvider";
import { checkCompanyRoles } from "./companyRoles";
import type { Setting } from "./setting";
import type { Settings } from "./settings";
import { checkFields, checkForm, type Form } from "./shapes";

const fields = ["name", ...providerFields, "roles", "only"] as const;

/** Names by which Cognito knows its own users and the providers that are built in. */
const reserved = /^(?:cognito|google|facebook|loginwithamazon|signinwithapple)$/i;

const nameForm: Form = {
    accepts: (value) => /^[A-Za-z0-9-]{3,32}$/.test(value) && !reserved.test(value),
    expected:
        "a name for the company's login such as Contoso: 3 to 32 letters, digits or hyphens, and not" +
        " the name of a provider that Cognito has built in",
    correct: (value) => value.replace(/[\s_.]+/g, "-"),
    otherwise: { placeholder: "NAME OF YOUR COMPANY" },
};

/**
 * Checks the sign-in with a company's accounts, `undefined` for none.
 *
 * @param users - Who signs in by password, unless people sign in at the company alone
 */
export function checkCompanyLogin(
    settings: Settings,
    roles: readonly string[],
    users: readonly User[],
): CompanyLogin | undefined {
    const companyLogin = settings.json("companyLogin");
    const given = checkFields(companyLogin, "a company's login", fields) ?? [];
    const provider = checkCompanyProvider(settings, given);
    if (given.length === 0) return undefined;
    if (provider) checkDefaultRoles(settings.json("defaultRoles"), roles);
    return {
        name: checkForm(companyLogin.field("name"), nameForm),
        ...(provider && { provider }),
        grants: checkCompanyRoles(companyLogin.field("roles"), roles),
        only: given.includes("only") && checkOnly(settings, roles, users, provider !== undefined),
    };
}

/** What everybody holds, the whole company would hold. */
function checkDefaultRoles(setting: Setting, roles: readonly string[]): void {
    const held = Array.isArray(setting.value) ? (setting.value as unknown[]) : [];
    const highest = [roles[0], flexaiRoles[0]].find((role) => held.includes(role));
    if (highest !== undefined) {
        setting.refuse(
            `contains '${highest}', the highest role, which everybody in the company would hold`,
            { edit: `Delete '${highest}' from the list` },
        );
    } else if (held.length > 0) {
        setting.warn("are held by everybody whom the company's provider lets in", {
            edit: "To grant them by groups alone, delete them",
        });
    }
}

function checkOnly(
    settings: Settings,
    [highest = ""]: readonly string[],
    users: readonly User[],
    hasProvider: boolean,
): boolean {
    const companyLogin = settings.json("companyLogin");
    const setting = companyLogin.field("only");
    const only = setting.json().boolean();
    if (!only) return false;
    if (!hasProvider) {
        setting.refuse(
            "needs the company's provider, without which nobody could sign in",
            issuerForm.otherwise,
            companyLogin.field("issuer"),
        );
    }
    if (!users.some(({ roles, enabled }) => enabled && roles.includes(highest))) {
        setting.warn(
            `lets nobody in while the company's provider is down, and 'users' has no ${highest} who could` +
                " sign in by password once it is false",
            { edit: "Add one" },
            settings.json("users"),
        );
    }
    if (settings.string("mfa").value === "required") {
        setting.warn("makes 'mfa' ask nobody: a second factor is then the company's to ask for", {
            set: false,
        });
    }
    return true;
}
