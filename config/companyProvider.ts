import type { CompanyProvider } from "../components/identityProvider";
import { isHost } from "./hostname";
import type { Setting } from "./setting";
import type { Settings } from "./settings";
import { checkForm, type Form } from "./shapes";

/** Claims of OIDC Core, section 5.1, and the one that most providers use for groups. */
const claims = {
    emailClaim: "email",
    preferredUsernameClaim: "preferred_username",
    groupsClaim: "groups",
} as const;

/** The issuer of a tenant of Microsoft Entra ID. */
const entraIssuer = /^https:\/\/login\.microsoftonline\.com\/?([^/]*)/i;

/** Fields of `companyLogin` that are about the provider. */
export const providerFields = ["issuer", "clientId", ...Object.keys(claims)] as (
    "issuer" | "clientId" | keyof typeof claims
)[];

export const issuerForm: Form = {
    accepts: (value) => {
        const [, host = ""] = /^https:\/\/([^/?#:]+)(?:\/[^/?#\s]+)*$/.exec(value) ?? [];
        return isHost(host.toLowerCase()) && !value.includes("/.well-known/");
    },
    expected:
        "the issuer of the company's provider such as https://login.example.com: https at port 443, where" +
        " Cognito asks it, without a query or a slash at its end",
    correct: (value) =>
        value
            .replace(/^(?:http:\/\/)?(?!https:)/, "https://")
            .replace(/\/\.well-known\/.*$/, "")
            .replace(/:443(?=\/|$)/, "")
            .replace(/\/+$/, ""),
    otherwise: { placeholder: "YOUR_ISSUER" },
};

const clientIdForm: Form = {
    accepts: (value) => /^\S{1,255}$/.test(value),
    expected: "the id of the client that the company registered for flexAI",
    otherwise: { placeholder: "YOUR CLIENT ID" },
};

const claimForm: Form = {
    accepts: (value) => /^\S{1,255}$/.test(value),
    expected: "the name of a claim such as groups",
    otherwise: { placeholder: "NAME OF THE CLAIM" },
};

/**
 * Checks the provider, `undefined` before there is one.
 *
 * @param given - Fields that `companyLogin` has
 */
export function checkCompanyProvider(
    settings: Settings,
    given: readonly string[],
): CompanyProvider | undefined {
    const isNeeded = given.includes("issuer") || given.includes("clientId");
    const companyLogin = settings.json("companyLogin");
    const clientSecret = checkSecret(settings, isNeeded);
    const claim = (field: keyof typeof claims) =>
        given.includes(field) ? checkForm(companyLogin.field(field), claimForm) : claims[field];
    if (!isNeeded) return undefined;
    const issuer = checkIssuer(companyLogin.field("issuer"));
    if (entraIssuer.test(issuer) && !given.includes("groupsClaim")) {
        companyLogin
            .field("groupsClaim")
            .warn(
                "is not set: Entra ID sends app roles by name in 'roles', and groups by id in 'groups'",
                { choose: ["roles", claims.groupsClaim] },
            );
    }
    return {
        issuer,
        clientId: checkForm(companyLogin.field("clientId"), clientIdForm),
        clientSecret,
        claims: {
            email: claim("emailClaim"),
            preferredUsername: claim("preferredUsernameClaim"),
            groups: claim("groupsClaim"),
        },
    };
}

function checkIssuer(setting: Setting): string {
    const issuer = checkForm(setting, issuerForm);
    const [, tenant] = entraIssuer.exec(issuer) ?? [];
    if (tenant !== undefined && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(tenant)) {
        setting.refuse(
            "does not name one tenant by its id, and Cognito accepts the tokens of one issuer only." +
                " Use your tenant's id, which the Microsoft Entra admin center shows",
            { set: "https://login.microsoftonline.com/YOUR_TENANT_ID/v2.0" },
        );
    }
    return issuer;
}

/** Checks that there is a secret where one is needed, and that it is encrypted. */
function checkSecret(settings: Settings, isNeeded: boolean): string {
    const setting = settings.string("companyLoginSecret");
    const secret = setting.string() ?? "";
    if (isNeeded && secret === "") {
        setting.refuse("is missing: the secret of the client that the company registered", "enter");
    } else if (secret !== "" && !settings.isEncrypted("companyLoginSecret")) {
        setting
            .hidden()
            .refuse(
                "is readable in the stack's file, so it is not a secret any more. Ask the company for" +
                    " another one",
                "enter",
            );
    } else if (secret !== "" && !isNeeded) {
        setting.hidden().refuse("belongs to a provider, and companyLogin has no issuer", "remove");
    }
    return secret;
}
