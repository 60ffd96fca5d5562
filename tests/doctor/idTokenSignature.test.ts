import { expect } from "chai";
import { generateKeyPair, SignJWT } from "jose";

import { examine, failedNames, findingOf } from "./support/examination";
import { type OwnTokens, ownTokens, rolesClaim } from "./support/ownTokens";

describe("Doctor looks at the signature of an ID token", () => {
    let own: OwnTokens;
    before(async function () {
        this.timeout(60_000);
        own = await ownTokens();
    });
    after(() => own.stop());

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
                .sign(new TextEncoder().encode(own.outputs.clientSecret)),
        "is not signed": () => {
            const parts = [{ alg: "none" }, own.claims()].map((part) =>
                Buffer.from(JSON.stringify(part)).toString("base64url"),
            );
            return Promise.resolve([...parts, ""].join("."));
        },
        "is cut short": async () => (await own.sign({})).slice(0, 200),
        "is something else": () => Promise.resolve("not-a-token"),
    };
    for (const [title, forge] of Object.entries(forgeries)) {
        it(`and reads nothing out of one that ${title}`, async () => {
            const findings = await examine(own.outputs, await forge());
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
