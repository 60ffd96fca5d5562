import { expect } from "chai";
import type { JWTPayload } from "jose";

import { examine, expectProblem, namesOf } from "./support/examination";
import { rolesClaim, useOwnTokens } from "./support/ownTokens";

describe("Doctor looks at the claims of an ID token", () => {
    const own = useOwnTokens();

    it("and finds nothing wrong in one that is signed here", async () => {
        const findings = await examine(own.deployment, await own.sign({}));
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(
            namesOf(findings, "passed").filter((name) => name.startsWith("the ID token")),
        ).to.have.length(10);
    });

    const hour = () => Math.floor(Date.now() / 1000) + 3600;
    const claimCases: readonly {
        title: string;
        claims: () => JWTPayload;
        fails: string;
        seen: RegExp;
        advice: RegExp;
        /** How many checks of the token are left out. */
        skips: number;
    }[] = [
        {
            title: "is from another user pool",
            claims: () => ({ iss: `${own.deployment.issuer}/` }),
            fails: "is from the output issuer (iss)",
            seen: /\/"$/,
            advice: /another user pool/,
            skips: 7,
        },
        {
            title: "is for another client",
            claims: () => ({ aud: "another", exp: 0 }),
            fails: "is for the output clientId (aud)",
            seen: /^"another"$/,
            advice: /OIDC_CLIENT_ID/,
            skips: 5,
        },
        {
            title: "is for nobody",
            claims: () => ({ aud: [] }),
            fails: "is for the output clientId (aud)",
            seen: /^a list of 0$/,
            advice: /OIDC_CLIENT_ID/,
            skips: 5,
        },
        {
            title: "has expired",
            claims: () => ({ exp: hour() - 3601, [rolesClaim]: [] }),
            fails: "has not expired (exp)",
            seen: /^20\d\d-.*Z$/,
            advice: /Sign in again.*clock/,
            skips: 4,
        },
        {
            title: "ends at a time that no calendar has",
            claims: () => ({ exp: 1e20 }),
            fails: "has not expired (exp)",
            seen: /^not a time$/,
            advice: /Sign in again/,
            skips: 4,
        },
        {
            title: "ends at no time",
            claims: () => ({ exp: "tomorrow" }) as unknown as JWTPayload,
            fails: "has not expired (exp)",
            seen: /^not a time$/,
            advice: /Sign in again/,
            skips: 4,
        },
        {
            title: "is an access token with an audience",
            claims: () => ({ token_use: "access" }),
            fails: "is an ID token (token_use)",
            seen: /^"access"$/,
            advice: /This is the access token/,
            skips: 8,
        },
        {
            title: "is of no known kind",
            claims: () => ({ token_use: undefined }),
            fails: "is an ID token (token_use)",
            seen: /^nothing$/,
            advice: /This is not an ID token/,
            skips: 8,
        },
        {
            title: "has no preferred_username",
            claims: () => ({ preferred_username: undefined }),
            fails: "has a preferred_username",
            seen: /^nothing$/,
            advice: /Set one for the user that nobody else has/,
            skips: 0,
        },
        {
            title: "has an empty preferred_username",
            claims: () => ({ preferred_username: "" }),
            fails: "has a preferred_username",
            seen: /^not a string, or empty$/,
            advice: /Set one for the user/,
            skips: 0,
        },
    ];
    for (const { title, claims, fails, seen, advice, skips } of claimCases) {
        it(`and says what to do when it ${title}`, async () => {
            const findings = await examine(own.deployment, await own.sign(claims()));
            const finding = expectProblem(findings, "failed", `the ID token ${fails}`);
            expect(finding.seen).to.match(seen);
            expect(finding.advice).to.match(advice);
            const skipped = namesOf(findings, "skipped").filter((name) =>
                name.includes("ID token"),
            );
            expect(skipped).to.have.length(skips);
        });
    }

    it("and has the user's and the pool's names in its command, quoted for the shell", async () => {
        const token = await own.sign({ preferred_username: 1, "cognito:username": "o'neill; ls" });
        const findings = await examine(own.deployment, token);
        const { commands } = expectProblem(
            findings,
            "failed",
            "the ID token has a preferred_username",
        );
        expect(commands).to.deep.equal([
            "aws cognito-idp admin-update-user-attributes --region eu-central-1 --user-pool-id " +
                `${own.deployment.userPoolId} --username 'o'\\''neill; ls' ` +
                "--user-attributes Name=preferred_username,Value=YOUR_PREFERRED_USERNAME",
        ]);
    });

    it("and says when it does not fit into a cookie, with the number of groups", async () => {
        const name = "the ID token fits into a cookie";
        const groups = (count: number) =>
            Array.from({ length: count }, (_, index) => `a-group-of-the-team-${String(index)}`);
        const signed = (count: number) => own.sign({ "cognito:groups": groups(count) });
        const sizes = await Promise.all(
            [...Array(120).keys()].map(async (count) => (await signed(count)).length),
        );
        const last = sizes.filter((size) => size <= 3040).length - 1;

        const fitting = await examine(own.deployment, await signed(last));
        expect(namesOf(fitting, "failed")).to.deep.equal([]);
        const { seen, expected } = expectProblem(
            await examine(own.deployment, await signed(last + 1)),
            "failed",
            name,
        );
        expect(seen).to.equal(`${String(sizes[last + 1])} bytes, with ${String(last + 1)} groups`);
        expect(expected).to.match(/^at most 3040 bytes: .*4,096$/);
    });
});
