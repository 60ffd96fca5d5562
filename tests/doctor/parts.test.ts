import { Writable } from "node:stream";

import { expect } from "chai";

import { CannotRun } from "../../doctor/cannotRun";
import { type Check, failed, passed, type Result, skipped } from "../../doctor/check";
import { diagnosis } from "../../doctor/diagnosis";
import { NoAnswer } from "../../doctor/http";
import { type Outputs, readOutputs } from "../../doctor/outputs";
import { Progress } from "../../doctor/progress";
import { redaction } from "../../doctor/redaction";
import { cleanFindings } from "../../doctor/report";
import { runChecks } from "../../doctor/runner";
import { failedNames, findingOf } from "./support/examination";

const good = {
    issuer: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ",
    discoveryUrl: "https://cognito-idp.eu-central-1.amazonaws.com/discovery",
    jwksUri: "https://cognito-idp.eu-central-1.amazonaws.com/jwks",
    authorizationEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/oauth2/authorize",
    tokenEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/oauth2/token",
    userinfoEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/oauth2/userInfo",
    endSessionEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/logout",
    signOutUrl: "https://pool.auth.eu-central-1.amazoncognito.com/logout?client_id=id",
    redirectUris: ["https://flexai.example.com/"],
    rolesClaim: "https://flexai.de/roles",
    clientId: "id",
    clientSecret: "verysecret0123456789",
} satisfies Outputs;

describe("The outputs that doctor reads", () => {
    const read = (change: Readonly<Record<string, unknown>>) => () =>
        readOutputs(JSON.stringify({ ...good, ...change }), "file");

    it("are those of the program, and more may be there", () => {
        expect(read({ userPoolId: "pool", page: "http://localhost:1/" })()).to.deep.include(good);
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

describe("The checks", () => {
    it("are of both hosts, and have names of their own", () => {
        const names = diagnosis(good, "token").map(({ name }) => name);
        expect(new Set(names).size).to.equal(names.length);
        expect(names.slice(0, 6)).to.deep.equal([
            "the name cognito-idp.eu-central-1.amazonaws.com is known",
            "cognito-idp.eu-central-1.amazonaws.com takes connections",
            "the certificate of cognito-idp.eu-central-1.amazonaws.com is trusted",
            "the name pool.auth.eu-central-1.amazoncognito.com is known",
            "pool.auth.eu-central-1.amazoncognito.com takes connections",
            "the certificate of pool.auth.eu-central-1.amazoncognito.com is trusted",
        ]);
    });

    const check = (name: string, needs: readonly string[], run: Check["run"]): Check => ({
        name,
        needs,
        run,
    });
    const answer = (result: Result) => () => Promise.resolve(result);
    const never = () => Promise.reject(new Error("It must not run."));

    it("are left out, at any distance, when one that they need failed", async () => {
        const findings = await runChecks(
            [
                check("one", [], answer(failed("e", "s", "a"))),
                check("two", ["one"], never),
                check("three", ["two"], never),
                check("four", [], answer(passed("s"))),
            ],
            () => undefined,
        );
        expect(failedNames(findings)).to.deep.equal(["one"]);
        expect(findingOf(findings, "three")).to.deep.equal({
            name: "three",
            outcome: "skipped",
            why: "it would say nothing as long as this is not so: two",
        });
        expect(findingOf(findings, "four")).to.include({ outcome: "passed" });
    });

    it("are made when one that they need does not apply", async () => {
        const findings = await runChecks(
            [
                check("one", [], answer(skipped("no TLS"))),
                check("two", ["one"], answer(passed("s"))),
            ],
            () => undefined,
        );
        expect(findingOf(findings, "two")).to.include({ outcome: "passed" });
    });

    it("are made at the same time, and after those that they need", async () => {
        const order: string[] = [];
        const slow = (name: string, ms: number) => async () => {
            order.push(`${name} begins`);
            await new Promise((resolve) => setTimeout(resolve, ms));
            order.push(`${name} ends`);
            return passed("s");
        };
        await runChecks(
            [
                check("one", [], slow("one", 60)),
                check("two", [], slow("two", 20)),
                check("three", ["two"], slow("three", 0)),
            ],
            () => order.push("counted"),
        );
        expect(order.slice(0, 4)).to.deep.equal([
            "one begins",
            "two begins",
            "two ends",
            "counted",
        ]);
        expect(order.indexOf("three begins")).to.be.greaterThan(3);
        expect(order.filter((event) => event === "counted")).to.have.length(3);
    });

    it("fail when a server does not answer, and throw what is a mistake of doctor's", async () => {
        const unanswered = () => Promise.reject(new NoAnswer("https://host/path", "ECONNRESET"));
        const [finding] = await runChecks([check("one", [], unanswered)], () => undefined);
        expect(finding).to.include({
            outcome: "failed",
            expected: "an answer from https://host/path",
            seen: "the connection is cut (ECONNRESET)",
        });
        const thrown = await runChecks([check("one", [], never)], () => undefined).catch(
            (error: unknown) => error,
        );
        expect(thrown).to.have.property("message", "It must not run.");
        const unknown = await runChecks([check("one", ["none"], never)], () => undefined).catch(
            (error: unknown) => error,
        );
        expect(unknown)
            .to.have.property("message")
            .that.matches(/needs 'none'/);
    });
});

describe("Doctor's redaction", () => {
    const redact = redaction(["s3cret+/=", "s3cret+/=longer", undefined, ""]);
    const cases = [
        ["a secret", "is s3cret+/= here", "is [redacted] here"],
        ["a secret in an address", "x=s3cret%2B%2F%3D&y", "x=[redacted]&y"],
        ["the longer of two first", "s3cret+/=longer", "[redacted]"],
        ["each time", "s3cret+/= s3cret+/=", "[redacted] [redacted]"],
        ["any JWT", "a eyJhbGci.eyJzdWI.c2ln b", "a [redacted] b"],
        ["a part of a JWT", "a eyJhbGci b", "a [redacted] b"],
        [
            "credentials of a header",
            "authorization: Basic aWQ6czNj",
            "authorization: Basic [redacted]",
        ],
        ["what moves a terminal's cursor", "a\u001B[2Jb\rc", "a\uFFFD[2Jb\uFFFDc"],
        ["nothing else", "https://host/path?x=1", "https://host/path?x=1"],
    ] as const;
    for (const [title, text, expected] of cases) {
        it(`takes out ${title}`, () => {
            expect(redact(text)).to.equal(expected);
        });
    }

    it("comes before a long text is cut, in which half a secret would be left", () => {
        const seen = `${"x".repeat(295)}s3cret+/=`;
        const [finding] = cleanFindings([{ name: "one", outcome: "passed", seen }], redact);
        expect(finding).to.have.property("seen", `${"x".repeat(295)}[reda...`);
    });
});

describe("Doctor's progress", () => {
    const shown = (isTTY: boolean) => {
        let text = "";
        const stream = new Writable({
            write: (chunk: Buffer, _encoding, done) => {
                text += chunk.toString();
                done();
            },
        });
        const progress = new Progress(Object.assign(stream, { isTTY }), 2);
        progress.advance();
        progress.end();
        return text;
    };

    it("is one line of a terminal, wiped at the end", () => {
        expect(shown(true)).to.equal("\r0 of 2 checks done\r1 of 2 checks done\r\u001B[K");
    });

    it("is silent where there is no terminal", () => {
        expect(shown(false)).to.equal("");
    });
});
