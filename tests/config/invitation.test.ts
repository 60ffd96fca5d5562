import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const subject = "Ihr Konto für flexAI – {url}";
const message = "<p>{url}</p>\n<p>{username} {####} 🎧 ✉️</p>";
const problemsOf = (invitation: unknown, others: Record<string, string> = {}) =>
    problems({ invitation: JSON.stringify(invitation), ...others });
const place = "'flexai-oidc:invitation";

describe("The setting invitation", () => {
    for (const invitation of [{ subject, message }, { subject }, { message }, {}]) {
        it(`accepts ${JSON.stringify(Object.keys(invitation))}, and passes on what is there`, async () => {
            const config = await accepted({ invitation: JSON.stringify(invitation) });
            expect(config.invitation).to.deep.equal(invitation);
        });
    }

    it("accepts a subject of 140 characters and a message of 20,000, with the address for {url}", async () => {
        const address = "https://flexai.example.com/".length;
        const longest = {
            subject: "{url}" + "a".repeat(140 - address),
            message: "{url}{username}{####}" + "a".repeat(20_000 - address - 16),
        };
        expect(await problemsOf(longest)).to.deep.equal([]);
        expect(
            await problemsOf({ subject: `${longest.subject}a`, message: `${longest.message}a` }),
        ).to.deep.equal(
            [
                ["subject", "141", "140"],
                ["message", "20001", "20000"],
            ].map(
                ([name = "", given = "", most = ""]) =>
                    `${place}.${name}' has ${given} characters, counted with flexAI's address for {url},` +
                    ` and Cognito accepts ${most}. Shorten it in Pulumi.prod.yaml`,
            ),
        );
    });

    const cases: readonly (readonly [string, unknown, ...string[]])[] = [
        [
            "a message without either placeholder",
            { message: "Welcome to {url}, {USERNAME}: {password}" },
            ".message' does not contain {username}, where Cognito writes the user name. Write {username} into the message",
            ".message' does not contain {####}, where Cognito writes the temporary password. Write {####} into the message",
        ],
        [
            "the password in the subject",
            { subject: "Your password {####}" },
            ".subject' contains {####}, the temporary password, which belongs in the message alone. Take it out",
        ],
        [
            "an empty subject",
            { subject: " ", message },
            ".subject' is empty. Write a subject, or delete the field for the default,",
        ],
        [
            "a line break in the subject",
            { subject: "flexAI\nBcc: all@example.com" },
            ".subject' contains an invisible character: flexAI\\u{000A}Bcc: all@example.com. Delete it",
        ],
        [
            "an invisible character in the message",
            { message: `${message}\nWel\u200bcome` },
            ".message' contains an invisible character: Wel\\u{200B}come. Delete it",
        ],
        [
            "a misspelt field, without its value",
            { mesage: message },
            ".mesage' is not a field of an invitation. Fields: subject, message. Did you mean 'message'? Rename 'mesage' to 'message'",
        ],
        ["a list", [message], "' is not an invitation. Write an object with subject or message"],
        ["a list for a part", { subject: [] }, ".subject' is a list, not a string. Write a string"],
    ];
    for (const [what, invitation, ...expected] of cases) {
        it(`refuses ${what}`, async () => {
            expect(await problemsOf(invitation)).to.deep.equal(
                expected.map((sentence) => `${place}${sentence} in Pulumi.prod.yaml`),
            );
        });
    }

    it("refuses itself with an existing pool, whose invitation is its team's", async () => {
        const others = { existingUserPoolId: "eu-central-1_Abc123XyZ" };
        expect(await problemsOf({ subject }, others)).to.deep.equal([
            `${place}' is for a pool of the stack's own. The user pool in existingUserPoolId keeps the` +
                " invitation that its team sets in it. Run: pulumi config rm --stack prod invitation",
        ]);
        expect(await problemsOf({}, others)).to.deep.equal([]);
    });
});
