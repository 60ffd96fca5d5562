import { expect } from "chai";

import { CompanyFailure } from "../../local/relyingParty/companyFailure";
import { rendered } from "./support/rendered";

const adviceTo = (reason: string) =>
    rendered(CompanyFailure({ reason }))
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll("&#39;", "'");

describe("The failure of a sign-in at a company", () => {
    const failures: [string, string][] = [
        [
            "Invalid user attributes: email: The attribute is required (invalid_request)",
            "The company sends no email for this person. Enter one there, or set" +
                " companyLogin.emailClaim to a claim that everybody has.",
        ],
        [
            "custom:flexai_groups: String must be no longer than 2048 characters (invalid_request)",
            "Cognito keeps no more of this person's groups." +
                " Let the company's provider send only groups with a role.",
        ],
        [
            "Contoso Error - 401 unauthorized_client Invalid client or Invalid client credentials",
            "The company refused the client's secret. Set companyLoginSecret to the secret of the" +
                " client that companyLogin.clientId names.",
        ],
        [
            "Exception processing authorization code: unexpected nonce (server_error)",
            "The company refused to exchange the code, or its response is not valid. Compare the" +
                " client, its secret, its method (client_secret_post) and the clock there.",
        ],
        [
            "Contoso Error - 400 invalid_grant Code not valid (invalid_grant)",
            "The company refused to exchange the code, or its response is not valid. Compare the" +
                " client, its secret, its method (client_secret_post) and the clock there.",
        ],
    ];
    for (const [reason, expected] of failures) {
        it(`has a cause, a fix and a guide: ${reason}`, () => {
            expect(adviceTo(reason)).to.equal(`${expected} More: docs/company-login.md`);
        });
    }

    it("has no advice where the cause is not known, or is not the company's", () => {
        for (const reason of ["No (access_denied)", "Invalid Refresh Token (invalid_grant)"]) {
            expect(CompanyFailure({ reason })).to.equal(null);
        }
    });
});
