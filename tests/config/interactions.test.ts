import { expect } from "chai";

import { problems, warnings } from "../support/configuration";
import type { Overrides } from "../support/program";

/** Settings that are valid one by one, and what comes of having them together. */
interface Combination {
    readonly settings: Overrides;
    /** By the keys that they name; none if the combination is accepted. */
    readonly refusals?: readonly (readonly [key: string, problem: string])[];
    readonly warnings?: readonly (readonly [key: string, problem: string])[];
}

const from = "flexAI <flexai@mail.example.com>";
const arnOf = (identity: string, region = "eu-central-1") =>
    `arn:aws:ses:${region}:123456789012:identity/${identity}`;
const existingUserPoolId = "eu-central-1_Abc123XyZ";

const combinations: Readonly<Record<string, Combination>> = {
    "otherHostnames that repeats hostname": {
        settings: { otherHostnames: ["FlexAI.example.com"] },
        refusals: [["otherHostnames[0]", "repeats 'hostname' (case is ignored)"]],
    },
    "domain that is one of otherHostnames": {
        settings: {
            otherHostnames: ["auth.example.com:8443"],
            domain: { name: "auth.example.com", zone: "example.com" },
        },
        refusals: [["domain.name", "is flexAI's own host name"]],
    },
    "domain with an existing pool, which may have none": {
        settings: { existingUserPoolId, domain: { name: "auth.example.com", zone: "example.com" } },
    },
    "email of another domain than flexAI's host, with invitation": {
        settings: { email: { from: "desk@example.org" }, invitation: { subject: "flexAI" } },
    },
    "email with mfa": { settings: { email: { from }, mfa: "required" } },
    "email with users, who are invited from it": {
        settings: { email: { from }, users: [{ username: "anna", email: "anna@example.com" }] },
    },
    "email whose replyTo is the address in from": {
        settings: { email: { from, replyTo: "flexai@mail.example.com" } },
    },
    "email with the identity of the address": {
        settings: { email: { from, identityArn: arnOf("flexai@mail.example.com") } },
    },
    "email with the identity of the domain above": {
        settings: { email: { from, identityArn: arnOf("example.com") } },
    },
    "email with the identity of a domain below": {
        settings: { email: { from, identityArn: arnOf("news.mail.example.com") } },
        refusals: [
            [
                "email.identityArn",
                "is not the ARN of an identity that may send from 'flexai@mail.example.com'",
            ],
        ],
    },
    "email with the identity of a domain that ends alike": {
        settings: { email: { from: "a@myexample.com", identityArn: arnOf("example.com") } },
        refusals: [
            [
                "email.identityArn",
                "is not the ARN of an identity that may send from 'a@myexample.com'",
            ],
        ],
    },
    "email with an identity in a region that Cognito sends from": {
        settings: { email: { from, identityArn: arnOf("example.com", "us-east-1") } },
    },
    "email with an identity in a region that Cognito does not send from": {
        settings: { email: { from, identityArn: arnOf("example.com", "eu-north-1") } },
        warnings: [
            [
                "email.identityArn",
                "is in eu-north-1. Cognito in eu-central-1 is documented to send by Amazon SES in" +
                    " eu-central-1, us-east-1, us-west-2, eu-west-1, and AWS may refuse this or lose" +
                    " emails. Use an identity in eu-central-1",
            ],
        ],
    },
    "email with an identity in the pool's region, which has no SES": {
        settings: {
            "aws:region": "eu-central-2",
            email: { from, identityArn: arnOf("example.com", "eu-central-2") },
        },
        warnings: [
            [
                "email.identityArn",
                "is in eu-central-2. Cognito in eu-central-2 is documented to send by Amazon SES in" +
                    " eu-central-1, and",
            ],
        ],
    },
    "existingUserPoolId with what is its team's": {
        settings: {
            existingUserPoolId,
            email: { from },
            invitation: { subject: "flexAI" },
            mailFailureLog: true,
            mfa: "required",
            threatProtection: "enforced",
        },
        refusals: [
            ["email", "is for a pool of the stack's own"],
            ["invitation", "is for a pool of the stack's own"],
            ["mailFailureLog", "is for a pool of the stack's own"],
            ["mfa", "is for a pool of the stack's own"],
            ["threatProtection", "is for a pool of the stack's own"],
        ],
    },
    "existingUserPoolId with the rest": {
        settings: {
            existingUserPoolId,
            otherHostnames: ["flexai.lan"],
            language: "de",
            alarmEmail: "ops@example.com",
            brand: { logo: "tests/support/brand/logo.svg", color: "#0a58ca" },
            email: {},
            mailFailureLog: false,
            mfa: "none",
            threatProtection: "off",
        },
    },
    "domain with brand and language": {
        settings: {
            domain: { name: "auth.example.com", zone: "example.com" },
            brand: { color: "#0a58ca" },
            language: "de",
        },
    },
    // Its responses to risks ask for no second factor.
    "threatProtection enforced with mfa required": {
        settings: { threatProtection: "enforced", mfa: "required" },
        warnings: [["threatProtection", "needs Cognito's plan Plus"]],
    },
    "threatProtection with deletionProtection off, email and mailFailureLog": {
        settings: {
            threatProtection: "audit",
            deletionProtection: false,
            email: { from },
            mailFailureLog: true,
        },
        warnings: [["threatProtection", "needs Cognito's plan Plus"]],
    },
};

describe("Settings together", () => {
    for (const [what, { settings, refusals = [], ...expected }] of Object.entries(combinations)) {
        const outcome = refusals.length > 0 ? "refused" : expected.warnings ? "warned of" : "fine";
        it(`${outcome}: ${what}`, async () => {
            expectEach(await problems(settings), refusals);
            if (refusals.length > 0) return;
            expectEach(await warnings(settings), expected.warnings ?? []);
        });
    }

    it("name one problem for a key whose other key is refused itself", async () => {
        const identityArn = arnOf("example.org", "eu-north-1");
        expectEach(await problems({ email: { from: "flexai", identityArn } }), [
            ["email.from", "is not a sender"],
        ]);
        expectEach(
            await problems({
                "aws:region": "mars",
                email: { from: "flexai@example.org", identityArn },
            }),
            [["aws:region", "is not a region of AWS"]],
        );
    });
});

/** Expects one line for each key, in any order. */
function expectEach(
    lines: readonly string[],
    expected: readonly (readonly [key: string, problem: string])[],
): void {
    expect(lines).to.have.lengthOf(expected.length);
    for (const [key, problem] of expected) {
        const name = key.startsWith("aws:") ? key : `flexai-oidc:${key}`;
        const ofKey = lines.filter((line) => line.startsWith(`'${name}'`));
        expect(ofKey, lines.join("\n")).to.have.lengthOf(1);
        expect(ofKey[0]).to.include(problem);
    }
}
