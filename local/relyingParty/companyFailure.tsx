import { DocumentLink } from "./links";

/** Why a sign-in at a company fails, by a part of what Cognito says. */
const causes: readonly {
    readonly sign: RegExp;
    readonly cause: string;
    readonly fix: string;
    readonly document: string;
}[] = [
    {
        sign: /\bemail: The attribute is required/,
        cause: "The company sends no email for this person.",
        fix: "Enter one there, or set companyLogin.emailClaim to a claim that everybody has.",
        document: "docs/company-login.md#invalid-user-attributes-email-the-attribute-is-required",
    },
    {
        sign: /must be no longer than/,
        cause: "Cognito keeps no more of this person's groups.",
        fix: "Let the company's provider send only groups with a role.",
        document: "docs/company-login.md#the-sign-in-fails-for-a-person-in-very-many-groups",
    },
    {
        sign: / Error - (?:401|\d+ (?:invalid|unauthorized)_client) /,
        cause: "The company refused the client's secret.",
        fix: "Set companyLoginSecret to the secret of the client that companyLogin.clientId names.",
        document:
            "docs/company-login.md#invalid-client-or-invalid-client-credentials-or-aadsts7000215",
    },
    {
        sign: / Error - \d+ invalid_grant\b|Exception processing authorization code/,
        cause: "The company refused to exchange the code, or its response is not valid.",
        fix: "Compare the client, its secret, its method (client_secret_post) and the clock there.",
        document: "docs/company-login.md#invalid_grant-or-exception-processing-authorization-code",
    },
];

/** Says the cause of a sign-in that failed at a company and what to do, if they are known. */
export function CompanyFailure({ reason }: { readonly reason: string }) {
    const known = causes.find(({ sign }) => sign.test(reason));
    return known === undefined ? null : (
        <p>
            {known.cause} {known.fix} More: <DocumentLink to={known.document} />
        </p>
    );
}
