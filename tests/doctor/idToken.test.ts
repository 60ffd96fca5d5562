import { expect } from "chai";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";

import type { Outputs } from "../../doctor/outputs";
import type { Report } from "../local/support/npmStart";
import { discovered, tokensOf } from "../local/support/relyingParty";
import { running } from "../local/support/running";
import { examine, failedNames, findingOf } from "./support/examination";
import { type Proxy, startProxy } from "./support/proxy";

const roles = "https://flexai.de/roles";

describe("Doctor looks at an ID token", () => {
    let report: Report;
    let outputs: Outputs;
    let proxy: Proxy;
    let sign: (claims: JWTPayload, header?: { kid?: string; alg?: string }) => Promise<string>;
    before(async function () {
        this.timeout(60_000);
        report = await running();
        outputs = report as unknown as Outputs;
        proxy = await startProxy(outputs);
        const { publicKey, privateKey } = await generateKeyPair("RS256");
        const keys: JWK[] = [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }];
        proxy.fault = ({ pathname }) =>
            pathname.endsWith("/jwks.json") ? Response.json({ keys }) : undefined;
        sign = (claims, header) =>
            new SignJWT({ ...goodClaims(), ...claims })
                .setProtectedHeader({ kid: "one", alg: "RS256", ...header })
                .sign(privateKey);
    });
    after(() => proxy.stop());

    const goodClaims = (): JWTPayload => ({
        iss: proxy.outputs.issuer,
        aud: proxy.outputs.clientId,
        exp: Math.floor(Date.now() / 1000) + 60,
        token_use: "id",
        preferred_username: "anna",
        [roles]: ["flexai-user"],
    });
    const tokensFor = async (role: string | undefined) => {
        const person = report.users.find((user) => user.roles[0] === role);
        if (!person) throw new Error(`There is no user for ${String(role)}.`);
        return tokensOf(await discovered(report), report, person);
    };

    it("and finds nothing wrong with that of a user of each role", async () => {
        for (const role of ["flexai-manager", "flexai-editor", "flexai-user"]) {
            const findings = await examine(outputs, (await tokensFor(role)).id_token);
            expect(failedNames(findings)).to.deep.equal([]);
            const name = "the ID token has a role that flexAI takes";
            expect(findingOf(findings, name)).to.deep.equal({
                name,
                outcome: "passed",
                seen: role,
            });
            const ofToken = findings.filter((finding) => finding.name.startsWith("the ID token"));
            expect(ofToken.map(({ outcome }) => outcome)).to.deep.equal(Array(7).fill("passed"));
        }
    });

    it("and says that flexAI refuses a user without a role", async () => {
        const findings = await examine(outputs, (await tokensFor(undefined)).id_token);
        const name = "the ID token has a role that flexAI takes";
        expect(failedNames(findings)).to.deep.equal([name]);
        expect(findingOf(findings, name)).to.include({ seen: "none of these" });
        expect(findingOf(findings, name))
            .to.have.property("advice")
            .that.matches(/into the group/);
    });

    it("and knows an access token", async () => {
        const findings = await examine(outputs, (await tokensFor("flexai-user")).access_token);
        expect(failedNames(findings)).to.deep.equal([
            "the ID token is for the output clientId (aud)",
            "the ID token is an ID token (token_use)",
            "the ID token has a preferred_username",
        ]);
        expect(findingOf(findings, "the ID token is an ID token (token_use)"))
            .to.have.property("advice")
            .that.matches(/perhaps the access token: give the one called id_token/);
    });

    it("and takes one that is signed here, so that the next tests mean something", async () => {
        expect(failedNames(await examine(proxy.outputs, await sign({})))).to.deep.equal([]);
    });

    const claimCases: readonly {
        title: string;
        claims: () => JWTPayload;
        fails: string;
        seen: RegExp;
        advice: RegExp;
    }[] = [
        {
            title: "is of another user pool",
            claims: () => ({ iss: `${proxy.outputs.issuer}/` }),
            fails: "is of the output issuer (iss)",
            seen: /\/"$/,
            advice: /another user pool/,
        },
        {
            title: "is for another client",
            claims: () => ({ aud: "another" }),
            fails: "is for the output clientId (aud)",
            seen: /^"another"$/,
            advice: /OIDC_CLIENT_ID/,
        },
        {
            title: "is for nobody",
            claims: () => ({ aud: [] }),
            fails: "is for the output clientId (aud)",
            seen: /^\[\]$/,
            advice: /OIDC_CLIENT_ID/,
        },
        {
            title: "has expired",
            claims: () => ({ exp: Math.floor(Date.now() / 1000) - 1 }),
            fails: "has not expired (exp)",
            seen: /^20\d\d-.*Z$/,
            advice: /Sign in again.*clock/,
        },
        {
            title: "expired long ago",
            claims: () => ({ exp: 0 }),
            fails: "has not expired (exp)",
            seen: /^1970/,
            advice: /Sign in again/,
        },
        {
            title: "is an access token with an audience",
            claims: () => ({ token_use: "access" }),
            fails: "is an ID token (token_use)",
            seen: /^"access"$/,
            advice: /perhaps the access token/,
        },
        {
            title: "has no preferred_username",
            claims: () => ({ preferred_username: undefined }),
            fails: "has a preferred_username",
            seen: /^none$/,
            advice: /admin-update-user-attributes/,
        },
        {
            title: "has an empty preferred_username",
            claims: () => ({ preferred_username: "" }),
            fails: "has a preferred_username",
            seen: /^no text, or an empty one$/,
            advice: /admin-update-user-attributes/,
        },
        {
            title: "has roles that flexAI does not know",
            claims: () => ({ [roles]: ["flexai-admin", "FLEXAI-USER"] }),
            fails: "has a role that flexAI takes",
            seen: /^none of these$/,
            advice: /into the group of a role/,
        },
        {
            title: "has its roles in the claim that is not configured",
            claims: () => ({ [roles]: undefined, roles: ["flexai-user"] }),
            fails: "has a role that flexAI takes",
            seen: /^no such claim$/,
            advice: /trigger did not run/,
        },
    ];
    for (const { title, claims, fails, seen, advice } of claimCases) {
        it(`and says what to do when it ${title}`, async () => {
            const findings = await examine(proxy.outputs, await sign(claims()));
            const name = `the ID token ${fails}`;
            expect(failedNames(findings)).to.deep.equal([name]);
            expect(findingOf(findings, name)).to.have.property("seen").that.matches(seen);
            expect(findingOf(findings, name)).to.have.property("advice").that.matches(advice);
        });
    }

    const forgeries: Readonly<Record<string, () => Promise<string>>> = {
        "is signed by another key": async () => {
            const { privateKey } = await generateKeyPair("RS256");
            const header = { kid: "one", alg: "RS256" };
            return new SignJWT(goodClaims()).setProtectedHeader(header).sign(privateKey);
        },
        "names a key that there is not": () => sign({}, { kid: "two" }),
        "is changed after it was signed": async () => {
            const [header = "", , signature = ""] = (await sign({})).split(".");
            const claims = JSON.stringify({ ...goodClaims(), [roles]: ["flexai-manager"] });
            return [header, Buffer.from(claims).toString("base64url"), signature].join(".");
        },
        "is signed with the client's secret": () =>
            new SignJWT(goodClaims())
                .setProtectedHeader({ kid: "one", alg: "HS256" })
                .sign(new TextEncoder().encode(proxy.outputs.clientSecret)),
        "is not signed": () => {
            const parts = [{ alg: "none" }, goodClaims()].map((part) =>
                Buffer.from(JSON.stringify(part)).toString("base64url"),
            );
            return Promise.resolve([...parts, ""].join("."));
        },
        "is cut short": async () => (await sign({})).slice(0, 200),
        "is something else": () => Promise.resolve("not-a-token"),
    };
    for (const [title, forge] of Object.entries(forgeries)) {
        it(`and reads nothing out of one that ${title}`, async () => {
            const findings = await examine(proxy.outputs, await forge());
            const name = "the ID token is signed by the provider";
            expect(failedNames(findings)).to.deep.equal([name]);
            expect(findingOf(findings, name))
                .to.have.property("advice")
                .that.matches(/three parts with dots/);
            const ofToken = findings.filter((finding) => finding.name.startsWith("the ID token"));
            expect(ofToken.slice(1).map(({ outcome }) => outcome)).to.deep.equal(
                Array(6).fill("skipped"),
            );
        });
    }
});
