import { expect } from "chai";
import type { JWTPayload } from "jose";

import { examine, failedNames, findingOf } from "./support/examination";
import { type OwnTokens, ownTokens, rolesClaim } from "./support/ownTokens";

describe("Doctor looks at the claims of an ID token", () => {
    let own: OwnTokens;
    before(async function () {
        this.timeout(60_000);
        own = await ownTokens();
    });
    after(() => own.stop());

    it("and takes one that is signed here, so that the next tests mean something", async () => {
        expect(failedNames(await examine(own.outputs, await own.sign({})))).to.deep.equal([]);
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
            claims: () => ({ iss: `${own.outputs.issuer}/` }),
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
            title: "ends at no time",
            claims: () => ({ exp: 1e20 }),
            fails: "has not expired (exp)",
            seen: /^no time$/,
            advice: /Sign in again/,
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
            claims: () => ({ [rolesClaim]: ["flexai-admin", "FLEXAI-USER"] }),
            fails: "has a role that flexAI takes",
            seen: /^none of these$/,
            advice: /into the group of a role/,
        },
        {
            title: "has its roles in the claim that is not configured",
            claims: () => ({ [rolesClaim]: undefined, roles: ["flexai-user"] }),
            fails: "has a role that flexAI takes",
            seen: /^no such claim$/,
            advice: /trigger did not run/,
        },
    ];
    for (const { title, claims, fails, seen, advice } of claimCases) {
        it(`and says what to do when it ${title}`, async () => {
            const findings = await examine(own.outputs, await own.sign(claims()));
            const name = `the ID token ${fails}`;
            expect(failedNames(findings)).to.deep.equal([name]);
            expect(findingOf(findings, name)).to.have.property("seen").that.matches(seen);
            expect(findingOf(findings, name)).to.have.property("advice").that.matches(advice);
        });
    }
});
