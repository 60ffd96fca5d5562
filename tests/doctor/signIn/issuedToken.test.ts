import { expect } from "chai";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

import { CheckFailed } from "../../../doctor/check";
import { deploymentOf } from "../../../doctor/deployment";
import { verifiedRoles } from "../../../doctor/signIn/issuedToken";
import { deployedOutputs } from "../support/deployedOutputs";

const issuer = "https://issuer.example.com";
const rolesClaim = "https://flexai.de/roles";
const { commands } = deploymentOf(deployedOutputs, { stack: "prod" });

describe("a token of doctor's sign-in", () => {
    let check: (changes: JWTPayload, otherKey?: boolean) => Promise<readonly unknown[]>;
    before(async () => {
        const [own, other] = await Promise.all([
            generateKeyPair("RS256"),
            generateKeyPair("RS256"),
        ]);
        const keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "one", alg: "RS256" }] };
        const contents = { issuer, exact: { nonce: "n" }, rolesClaim, role: "flexai-user" };
        check = async (changes, otherKey = false) => {
            const good: JWTPayload = {
                iss: issuer,
                exp: Math.floor(Date.now() / 1000) + 60,
                nonce: "n",
                [rolesClaim]: ["flexai-editor", "flexai-user"],
            };
            const token = await new SignJWT({ ...good, ...changes })
                .setProtectedHeader({ kid: "one", alg: "RS256" })
                .sign((otherKey ? other : own).privateKey);
            return verifiedRoles(token, keys, contents, commands);
        };
    });

    it("passes with its roles", async () => {
        expect(await check({})).to.deep.equal(["flexai-editor", "flexai-user"]);
    });

    const faults: readonly (readonly [string, JWTPayload, RegExp, boolean?])[] = [
        ["another key", {}, /signature verification failed/, true],
        ["another issuer", { iss: "https://other.example.com" }, /"iss" claim/],
        ["an expiry in the past", { exp: 1 }, /"exp" claim/],
        ["another nonce", { nonce: "other" }, /^"other"$/],
        ["no nonce", { nonce: undefined }, /^no nonce$/],
        ["no roles", { [rolesClaim]: undefined }, /^no https:\/\/flexai\.de\/roles$/],
        ["other roles", { [rolesClaim]: ["flexai-manager"] }, /^\["flexai-manager"\]$/],
        ["a role that is not in a list", { [rolesClaim]: "flexai-user" }, /^"flexai-user"$/],
    ];
    for (const [fault, changes, seen, otherKey] of faults) {
        it(`fails with ${fault}`, async () => {
            const failure = await check(changes, otherKey).catch((error: unknown) => error);
            if (!(failure instanceof CheckFailed)) throw failure;
            expect(failure.problem).to.deep.include({
                outcome: "failed",
                commands: ["pulumi up --refresh --stack prod"],
            });
            expect(failure.problem.seen).to.match(seen);
        });
    }
});
