import { expect } from "chai";

import { type Identity, runWithIdentities } from "../support/emailIdentities";

const heading = "Stack 'prod' cannot be deployed; nothing in AWS was changed:\n  - ";
const subject = "'flexai-oidc:email.from' address 'flexai@example.com': ";
const command = (operation: string, name: string) =>
    `aws sesv2 ${operation} --region eu-central-1 --email-identity ${name}`;

const cases: readonly (readonly [string, Readonly<Record<string, Identity>>, string])[] = [
    [
        "is not there",
        {},
        "Amazon SES in eu-central-1 has no identity in this account that may send from it" +
            " (flexai@example.com, example.com). Expected: one that is verified. Run: " +
            command("create-email-identity", "example.com") +
            " Then put its three DKIM tokens into the DNS of example.com as docs/own-mail.md shows",
    ],
    [
        "is a domain without its DNS records",
        { "example.com": { verified: false, status: "PENDING" } },
        "the identity example.com of Amazon SES in eu-central-1 is not verified for sending (PENDING)." +
            " Expected: that the DNS of example.com has the three CNAME records of its DKIM tokens." +
            ` To see them, run: ${command("get-email-identity", "example.com")} --query DkimAttributes`,
    ],
    [
        "is an address that nobody confirmed, of which the provider says no more",
        { "flexai@example.com": { verified: false } },
        "the identity flexai@example.com of Amazon SES in eu-central-1 is not verified for sending." +
            " Expected: that somebody opens the link in the email that AWS sent to it. For another" +
            " email, delete the identity and create it again. To see its state, run: " +
            command("get-email-identity", "flexai@example.com"),
    ],
    [
        "may not be read",
        {
            "flexai@example.com": {
                failure:
                    "operation error SESv2: GetEmailIdentity, StatusCode: 403, api error" +
                    " AccessDeniedException: User is not authorized to perform: ses:GetEmailIdentity",
            },
        },
        "the identity flexai@example.com of Amazon SES in eu-central-1 cannot be read: reading AWS SESv2 (Simple Email" +
            " V2) Email Identity Data Source (flexai@example.com): operation error SESv2: GetEmailIdentity," +
            " StatusCode: 403, api error AccessDeniedException: User is not authorized to perform:" +
            " ses:GetEmailIdentity Expected: that the credentials may do ses:GetEmailIdentity on" +
            " arn:aws:ses:eu-central-1:*:identity/*, as in docs/policies/email.json. To try, run: " +
            command("get-email-identity", "flexai@example.com"),
    ],
    [
        "cannot be read for another reason",
        { "example.com": { failure: "request send failed" } },
        "the identity example.com of Amazon SES in eu-central-1 cannot be read: reading AWS SESv2 (Simple Email" +
            " V2) Email Identity Data Source (example.com): request send failed Expected: that this" +
            ` works. Run: ${command("get-email-identity", "example.com")}`,
    ],
];

describe("A sender whose identity", () => {
    for (const [what, identities, reason] of cases) {
        it(`${what} is refused before anything is registered, with what to do`, async () => {
            const { error, resources } = await runWithIdentities(
                { from: "flexai@example.com" },
                identities,
            );
            expect((error as Error).message).to.equal(heading + subject + reason);
            expect(resources).to.deep.equal([]);
        });
    }

    it("is refused quickly, without a stack for Node.js to map", async () => {
        const { error } = await runWithIdentities({ from: "flexai@example.com" }, {});
        expect((error as Error).stack).to.equal(undefined);
    });
});
