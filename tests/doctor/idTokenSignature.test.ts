import { expect } from "chai";
import { generateKeyPair, SignJWT } from "jose";

import { examine, findingOf, namesOf } from "./support/examination";
import { rolesClaim, useOwnTokens } from "./support/ownTokens";

describe("Doctor looks at the signature of an ID token", () => {
    const own = useOwnTokens();

    const forgeries: Readonly<Record<string, () => Promise<string>>> = {
        "is signed by another key": async () => {
            const { privateKey } = await generateKeyPair("RS256");
            const header = { kid: "one", alg: "RS256" };
            return new SignJWT(own.claims()).setProtectedHeader(header).sign(privateKey);
        },
        "names a key that there is not": () => own.sign({}, { kid: "two" }),
        "is changed after it was signed": async () => {
            const [header = "", , signature = ""] = (await own.sign({})).split(".");
            const claims = JSON.stringify({ ...own.claims(), [rolesClaim]: ["flexai-manager"] });
            return [header, Buffer.from(claims).toString("base64url"), signature].join(".");
        },
        "is signed with the client's secret": () =>
            new SignJWT(own.claims())
                .setProtectedHeader({ kid: "one", alg: "HS256" })
                .sign(new TextEncoder().encode(own.deployment.clientSecret)),
        "is not signed": () => {
            const parts = [{ alg: "none" }, own.claims()].map((part) =>
                Buffer.from(JSON.stringify(part)).toString("base64url"),
            );
            return Promise.resolve([...parts, ""].join("."));
        },
        "has another signature": async () => `${(await own.sign({})).slice(0, -8)}AAAAAAAA`,
    };
    for (const [title, forge] of Object.entries(forgeries)) {
        it(`and believes nothing in one that ${title}`, async () => {
            const findings = await examine(own.deployment, await forge());
            const name = "the ID token is signed by the provider";
            expect(namesOf(findings, "failed")).to.deep.equal([name]);
            expect(findingOf(findings, name))
                .to.have.property("advice")
                .that.matches(/was changed/);
            const ofToken = findings.filter((finding) => finding.name.startsWith("the ID token"));
            expect(ofToken.slice(4).map(({ outcome }) => outcome)).to.deep.equal(
                Array(6).fill("skipped"),
            );
        });
    }

    const formless: Readonly<Record<string, () => Promise<string>>> = {
        "is cut short": async () => (await own.sign({})).slice(0, 200),
        // Encrypted by Envoy.
        "is a cookie": () => Promise.resolve("gb8JPxZJ867W5pEJL32uAFWK"),
        "is encrypted for somebody": () => Promise.resolve("eyJhbGciOiJkaXIifQ..aXY.dGV4dA.dGFn"),
        "has three parts that are not JSON": () => Promise.resolve("a.b.c"),
        "is huge": () => Promise.resolve(`eyJ${"x".repeat(900_000)}.eyJ.x`),
        "is nested without end": () => {
            const part = Buffer.from("[".repeat(100_000)).toString("base64url");
            return Promise.resolve(`${part}.${part}.c2ln`);
        },
    };
    for (const [title, make] of Object.entries(formless)) {
        it(`and says how to get a token when it ${title}`, async () => {
            const findings = await examine(own.deployment, await make());
            const name = "the ID token has the form of a token";
            expect(namesOf(findings, "failed")).to.deep.equal([name]);
            expect(findingOf(findings, name))
                .to.deep.include({
                    commands: ["npm run doctor -- --stack prod --sign-in --role flexai-user"],
                })
                .and.to.have.property("advice")
                .that.matches(/Envoy 1\.35 and later encrypts its cookies/);
        });
    }
});
