import { expect } from "chai";

import { CannotRun } from "../../doctor/check";
import { readOutputs } from "../../doctor/deployment";
import { deployedOutputs as good } from "./support/deployedOutputs";

describe("The outputs that doctor reads", () => {
    const read = (change: Readonly<Record<string, unknown>>) => () =>
        readOutputs(JSON.stringify({ ...good, ...change }), "file", "prod");

    it("are those of the program, and more may be there", () => {
        expect(
            read({ consoleUrl: "https://console.example/", page: "http://localhost:1/" })(),
        ).to.deep.equal(good);
    });

    it("may contain an optional one, as it is", () => {
        const emailIdentityArn = "arn:aws:ses:eu-central-1:123456789012:identity/example.com";
        expect(read({ emailIdentityArn })()).to.deep.equal({ ...good, emailIdentityArn });
    });

    it("may contain those of a custom domain, as they are", () => {
        const more = { prefixOrigin: "https://pool.example", domainTarget: "d1.cloudfront.net" };
        expect(read(more)()).to.deep.equal({ ...good, ...more });
    });

    it("may contain what a company registers, before there is an issuer and with one", () => {
        const setup = {
            name: "Contoso",
            oidcRedirectUri: "https://pool.example/oauth2/idpresponse",
        };
        for (const companyLoginSetup of [setup, { ...setup, issuer: "https://login.example" }]) {
            expect(read({ companyLoginSetup })()).to.deep.equal({ ...good, companyLoginSetup });
        }
    });

    it("may come with npm's own lines before them", () => {
        const text = `\n> flexai-oidc@0.1.0 start\n> node local/start.ts --json\n\n${JSON.stringify(good)}\n`;
        expect(readOutputs(text, "file")).to.deep.equal(good);
    });

    const problems: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
        ["clientSecret is masked: --show-secrets is missing", { clientSecret: "[secret]" }],
        ["issuer is not a string, or is empty", { issuer: 1 }],
        ["clientId is not a string, or is empty", { clientId: "" }],
        ["jwksUri is not an address that begins with https://", { jwksUri: "somewhere" }],
        ["tokenEndpoint is not an address that begins", { tokenEndpoint: "http://example.com/" }],
        [
            "tokenEndpoint is not an address that begins",
            { tokenEndpoint: "http://127.0.0.1.example/" },
        ],
        ["tokenEndpoint is not an address that begins", { tokenEndpoint: "file:///etc/passwd" }],
        ["redirectUris is not a list of addresses", { redirectUris: [] }],
        [
            "redirectUris is not a list of addresses",
            { redirectUris: "https://flexai.example.com/" },
        ],
        ["redirectUris is not an address", { redirectUris: ["flexai.example.com"] }],
        ["redirectUris is a list of more than", { redirectUris: Array(101).fill(good.issuer) }],
        ["issuer contains a user name", { issuer: "https://me:private@host/" }],
        ["redirectUris contains a user name", { redirectUris: ["https://private@host/"] }],
        ["emailIdentityArn is not an ARN of AWS", { emailIdentityArn: "example.com" }],
        ["emailIdentityArn is not a string, or is empty", { emailIdentityArn: null }],
        ["prefixOrigin is not an address that begins", { prefixOrigin: "auth.example.com" }],
        ["domainTarget is not a string, or is empty", { domainTarget: 1 }],
        ["companyLoginSetup is not complete: name is missing", { companyLoginSetup: "Contoso" }],
        [
            "companyLoginSetup is not complete: issuer is not an address that begins",
            { companyLoginSetup: { name: "C", oidcRedirectUri: good.issuer, issuer: "http://x" } },
        ],
        ["clientSecret has more than 4096", { clientSecret: "x".repeat(4097) }],
    ];
    for (const [problem, change] of problems) {
        it(`are refused when ${problem} (${JSON.stringify(change).slice(0, 60)})`, () => {
            expect(read(change))
                .to.throw(CannotRun, `  - ${problem}`)
                .with.property("message")
                .that.does.not.include(good.clientSecret)
                .and.does.not.include("private");
        });
    }
    it("are refused when they are nested without end", () => {
        const nested = `${"[".repeat(400_000)}${"]".repeat(400_000)}`;
        const json = JSON.stringify(good).replace('"https://flexai.de/roles"', nested);
        expect(() => readOutputs(json, "file")).to.throw(CannotRun, "- rolesClaim is not a string");
    });
    it("are refused in one sentence when there are none, as before the first deployment", () => {
        expect(() => readOutputs("{}\n", "stack 'dev'")).to.throw(
            CannotRun,
            /^stack 'dev': there are no outputs, as before .* Deploy with: pulumi up --stack YOUR_STACK$/,
        );
    });
    for (const name of Object.keys(good)) {
        it(`are refused without ${name}`, () => {
            expect(read({ [name]: undefined })).to.throw(
                CannotRun,
                `\n  - ${name} is missing\nRead them with: pulumi stack output --json --show-secrets --stack prod` +
                    " | npm run doctor -- --outputs -",
            );
        });
    }
    for (const host of ["localhost:8400", "127.0.0.1:8400", "[::1]:8400"]) {
        it(`may have http at ${host}`, () => {
            expect(read({ issuer: `http://${host}/pool` })).not.to.throw();
        });
    }
});
