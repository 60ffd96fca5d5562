import { expect } from "chai";

import { CannotRun } from "../../doctor/cannotRun";
import { readOutputs } from "../../doctor/outputs";
import { deployedOutputs as good } from "./support/deployedOutputs";

describe("The outputs that doctor reads", () => {
    const read = (change: Readonly<Record<string, unknown>>) => () =>
        readOutputs(JSON.stringify({ ...good, ...change }), "file");

    it("are those of the program, and more may be there", () => {
        expect(read({ userPoolId: "pool", page: "http://localhost:1/" })()).to.deep.include(good);
    });

    it("may come with npm's own lines before them", () => {
        const text = `\n> flexai-oidc@0.1.0 start\n> node local/start.ts --json\n\n${JSON.stringify(good)}\n`;
        expect(readOutputs(text, "file")).to.deep.equal(good);
    });

    const problems: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
        ["clientSecret is masked: --show-secrets is missing", { clientSecret: "[secret]" }],
        ["issuer is no text", { issuer: 1 }],
        ["clientId is no text", { clientId: "" }],
        ["jwksUri is no address that begins with https://", { jwksUri: "somewhere" }],
        ["tokenEndpoint is no address that begins", { tokenEndpoint: "http://example.com/" }],
        ["tokenEndpoint is no address that begins", { tokenEndpoint: "http://127.0.0.1.example/" }],
        ["tokenEndpoint is no address that begins", { tokenEndpoint: "file:///etc/passwd" }],
        ["redirectUris is no list of addresses", { redirectUris: [] }],
        ["redirectUris is no list of addresses", { redirectUris: "https://flexai.example.com/" }],
        ["redirectUris is no list of addresses", { redirectUris: ["flexai.example.com"] }],
    ];
    for (const [problem, change] of problems) {
        it(`are refused with ${JSON.stringify(change)}`, () => {
            expect(read(change))
                .to.throw(CannotRun, `  - ${problem}`)
                .with.property("message")
                .that.does.not.include(good.clientSecret);
        });
    }
    it("are refused in one sentence when there are none, as before the first deployment", () => {
        expect(() => readOutputs("{}\n", "stack 'dev'")).to.throw(
            CannotRun,
            /^stack 'dev': there are no outputs, as before .* Deploy with: pulumi up$/,
        );
    });
    for (const name of Object.keys(good)) {
        it(`are refused without ${name}`, () => {
            expect(read({ [name]: undefined })).to.throw(
                CannotRun,
                `\n  - ${name} is missing\nTake`,
            );
        });
    }
    for (const host of ["localhost:8400", "127.0.0.1:8400", "[::1]:8400"]) {
        it(`may have http at ${host}`, () => {
            expect(read({ issuer: `http://${host}/pool` })).not.to.throw();
        });
    }
});
