import { expect } from "chai";

import { type Asked, type Identity, runWithIdentities, verified } from "../support/emailIdentities";
import { inputsOf } from "../support/program";

const from = "flexAI <flexai@mail.example.com>";
const arnOf = (identity: string, region = "eu-central-1", account = "123456789012") =>
    `arn:aws:ses:${region}:${account}:identity/${identity}`;
const sourceArn = (run: Asked) => {
    expect(run.error).to.equal(undefined);
    const { emailConfiguration } = inputsOf(run, "aws:cognito/userPool:UserPool");
    return (emailConfiguration as { readonly sourceArn?: string }).sourceArn;
};
const address = "flexai@mail.example.com";
const domains = ["mail.example.com", "example.com"];

describe("The identity that emails are sent from", () => {
    it("is not looked for without a sender", async () => {
        const run = await runWithIdentities({}, {});
        expect(run.asked).to.deep.equal([]);
        expect(sourceArn(run)).to.equal(undefined);
    });

    it("is looked for as the address, its domain and the one above, in the pool's region", async () => {
        const run = await runWithIdentities({ from }, { "example.com": verified });
        expect(run.asked).to.have.deep.members(
            [address, ...domains].map((name) => ({
                emailIdentity: name,
                region: "eu-central-1",
            })),
        );
        expect(sourceArn(run)).to.equal(arnOf("example.com"));
        expect(run.warnings).to.deep.equal([]);
        expect(run.outputs.emailIdentityArn).to.equal(arnOf("example.com"));
    });

    const unverified: Identity = { verified: false, status: "PENDING" };
    const denied: Identity = { failure: "AccessDeniedException: not authorized" };
    for (const [what, identities, expected] of [
        ["the address", { [address]: verified, "example.com": verified }, address],
        ["its domain", { "mail.example.com": verified, "example.com": verified }, domains[0]],
        [
            "a verified one before others",
            { [address]: unverified, "example.com": verified },
            domains[1],
        ],
        ["one that may be read", { [address]: denied, "example.com": verified }, domains[1]],
    ] as const) {
        it(`is ${what}, the narrowest that may send`, async () => {
            const run = await runWithIdentities({ from }, identities);
            expect(sourceArn(run)).to.equal(arnOf(String(expected)));
        });
    }

    it("is looked for where Cognito sends from, for a pool in a region without Amazon SES", async () => {
        const run = await runWithIdentities(
            { from },
            { [address]: verified },
            { "aws:region": "eu-central-2" },
        );
        expect(sourceArn(run)).to.equal(arnOf(address, "eu-central-1"));
    });

    it("is the configured one, which must be verified too", async () => {
        const identityArn = arnOf("example.com", "eu-west-1");
        const run = await runWithIdentities({ from, identityArn }, { "example.com": verified });
        expect(run.asked).to.deep.equal([{ emailIdentity: "example.com", region: "eu-west-1" }]);
        expect(sourceArn(run)).to.equal(identityArn);
        const { error, resources } = await runWithIdentities(
            { from, identityArn },
            { "mail.example.com": verified },
        );
        expect(String(error)).to.include(
            "Amazon SES in eu-west-1 has no identity in this account that may send from it (example.com)",
        );
        expect(resources).to.deep.equal([]);
    });

    it("of another account is warned of, and not looked up", async () => {
        const identityArn = arnOf("example.com", "eu-central-1", "210987654321");
        const run = await runWithIdentities({ from, identityArn }, {});
        expect(run.asked).to.deep.equal([]);
        expect(sourceArn(run)).to.equal(identityArn);
        expect(run.warnings).to.deep.equal([
            `warning: [runtime] 'flexai-oidc:email.identityArn' value '${identityArn}' is of account` +
                " 210987654321, not of the stack's, 123456789012: nobody checked that it is verified, and" +
                " Cognito is documented to send with identities of its own account alone. Use an identity" +
                " of this account",
        ]);
    });
});
