import { expect } from "chai";

import { timesOf } from "../../prerequisites/customDomain";
import { stateToken } from "../../prerequisites/stackState";
import { adopt, fails, pool } from "../support/adoption";
import { userPoolId } from "../support/foundUserPool";
import { inputsOf, runProgram } from "../support/program";

const hostname = "flexai.example.com";
const name = "auth.example.com";
const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1-2-3";
const zoneToken = "aws:route53/getZone:getZone";
const domainType = "aws:cognito/userPoolDomain:UserPoolDomain";

/** Runs the program with a pool of its own, and returns what it looked up, too. */
async function own(domain: object, zone: () => object = () => ({ zoneId: "Z1" })) {
    const asked: unknown[] = [];
    const result = await runProgram("dev", { hostname, domain }, (token, inputs) => {
        asked.push([token, inputs]);
        return token === zoneToken ? zone() : undefined;
    });
    // The first two are about the state and the credentials.
    return { ...result, asked: asked.slice(2) };
}

describe("The program with a custom domain", () => {
    it("looks up the public zone of that name, and nothing else under mocks", async () => {
        const { asked, resources } = await own({ name, zone: "example.com" });
        expect(asked).to.deep.equal([[zoneToken, { name: "example.com", privateZone: false }]]);
        const records = resources.filter(({ type }) => type === "aws:route53/record:Record");
        expect(records.map(({ inputs }) => inputs.zoneId)).to.deep.equal(["Z1", "Z1", "Z1"]);
    });

    it("looks up nothing where DNS is elsewhere", async () => {
        const { asked, error } = await own({ name, certificateArn });
        expect(error).to.equal(undefined);
        expect(asked).to.deep.equal([]);
    });

    it("registers nothing while the zone cannot be read, and says why and what to do", async () => {
        const { error, registrations } = await own(
            { name, zone: "example.com" },
            fails("no matching Route 53 Hosted Zone found"),
        );
        expect((error as Error).message).to.equal(
            "Stack 'dev' cannot be deployed; nothing in AWS was changed:\n" +
                "  - 'flexai-oidc:domain.zone' value 'example.com' is not a public hosted zone that can" +
                " be read: no matching Route 53 Hosted Zone found" +
                " Expected: the name of one zone in this account's Route 53, and the rights that" +
                " docs/domain.md lists. Run: aws route53 list-hosted-zones-by-name --dns-name example.com" +
                " Where DNS is elsewhere, a certificate of your own is needed in place of the zone:" +
                " docs/domain.md",
        );
        expect((error as Error).stack).to.equal(undefined);
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });

    it("says before it begins how long a new domain takes", () => {
        expect(timesOf({ name, zone: "example.com" })).to.equal(
            "The domain auth.example.com is new: its certificate some minutes, then the domain takes" +
                " up to an hour, in which pulumi up waits and the addresses of before go on working." +
                " The sign-in page is there some minutes later. Write flexAI's configuration again only" +
                " after that: docs/domain.md",
        );
        expect(timesOf({ name, certificateArn })).to.match(/is new: it takes up to an hour,/);
    });
});

describe("The program with a custom domain for an existing pool", () => {
    const domain = { name: "login.example.com", certificateArn };
    const withCustomDomain = (customDomain?: string) => ({
        "aws:cognito/getUserPool:getUserPool": () => ({ ...pool, customDomain }),
    });
    /** The state of a stack that has created it. */
    const ownDomain = {
        [stateToken]: () => ({
            outputs: {
                [`urn:pulumi:dev::flexai-oidc::${domainType}::flexai-custom`]: {
                    type: domainType,
                    outputs: { domain: domain.name },
                },
            },
        }),
    };

    it("is refused where the pool has another, in the same report as everything else", async () => {
        const { error, registrations } = await adopt(
            {
                "aws:cognito/getUserPool:getUserPool": () => ({
                    ...pool,
                    usernameAttributes: ["email"],
                }),
            },
            { hostname, domain, users: [{ username: "anna", email: "anna@example.com" }] },
        );
        expect(String(error)).to.include("uses email as the username");
        expect(String(error)).to.include(
            `\n  - User pool ${userPoolId} has a custom domain already, auth.example.com, which flexAI's` +
                " sign-in page uses without 'flexai-oidc:domain', and a pool has room for one." +
                " Run: pulumi config rm --stack dev domain",
        );
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });

    it("creates it beside the pool's prefix domain, with the same version of the sign-in page", async () => {
        const run = await adopt(
            {
                ...withCustomDomain(),
                "aws:cloudcontrol/getResource:getResource": ({ typeName }) => ({
                    properties: JSON.stringify(
                        typeName === "AWS::Cognito::UserPool"
                            ? { UserPoolTier: "ESSENTIALS" }
                            : { ManagedLoginVersion: 1 },
                    ),
                }),
            },
            { hostname, domain },
        );
        expect(run.error).to.equal(undefined);
        expect(inputsOf(run, domainType)).to.deep.include({
            domain: domain.name,
            certificateArn,
            managedLoginVersion: 1,
        });
        expect(run.outputs).to.include({
            tokenEndpoint: "https://login.example.com/oauth2/token",
            prefixOrigin: "https://people.auth.eu-central-1.amazoncognito.com",
        });
    });

    for (const [title, key, domains, token] of [
        ["keeps both once the domain is the stack's", domain, 1, "login.example.com"],
        [
            "returns to the pool's prefix domain when the key is taken away",
            {},
            0,
            "people.auth.eu-central-1.amazoncognito.com",
        ],
    ] as const) {
        it(title, async () => {
            const { error, asked, outputs, resources } = await adopt(
                { ...withCustomDomain(domain.name), ...ownDomain },
                { hostname, domain: key },
            );
            expect(error).to.equal(undefined);
            expect(outputs.tokenEndpoint).to.equal(`https://${token}/oauth2/token`);
            expect(resources.filter(({ type }) => type === domainType)).to.have.lengthOf(domains);
            expect(JSON.stringify(asked)).to.include(`"identifier":"${userPoolId}|people"`);
        });
    }
});
