import { expect } from "chai";
import type { JWTPayload } from "jose";

import { customGroupsAttribute } from "../../components/identityProvider";
import { examine, expectProblem, findingOf, namesOf } from "./support/examination";
import { rolesClaim, useOwnTokens } from "./support/ownTokens";

const list = `the ID token has the user's roles as a list (${rolesClaim})`;
const accepted = "the ID token has a role that flexAI accepts";

describe("Doctor looks at the roles of an ID token", () => {
    const own = useOwnTokens();
    const examined = async (claims: JWTPayload) => examine(own.deployment, await own.sign(claims));

    const shapes: readonly (readonly [string, unknown, RegExp])[] = [
        ["a string", "flexai-user", /^a string, not a list$/],
        ["a comma list", "flexai-user,flexai-manager", /^a string, not a list$/],
        ["JSON in a string", '["flexai-user"]', /^a string, not a list$/],
        ["a list of lists", [["flexai-user"]], /^a list in which not everything is a string$/],
        ["a list with null", ["flexai-user", null], /^a list in which not everything is a string$/],
        ["an object", { "flexai-user": true }, /^an object, not a list$/],
        ["null", null, /^null$/],
        ["a boolean", true, /^a boolean, not a list$/],
        ["a number", 7, /^a number, not a list$/],
        ["missing", undefined, /^no such claim$/],
    ];
    for (const [title, roles, seen] of shapes) {
        it(`and blames the trigger when the claim is ${title}`, async () => {
            const finding = expectProblem(await examined({ [rolesClaim]: roles }), "failed", list);
            expect(finding.seen).to.match(seen);
            expect(finding.advice).to.match(/trigger is missing, is another function, has event/);
            expect(finding.commands).to.deep.equal([
                "pulumi up --refresh --stack prod",
                "aws cognito-idp describe-user-pool --region eu-central-1 --user-pool-id " +
                    `${own.deployment.userPoolId} --query UserPool.LambdaConfig --output json`,
            ]);
        });
    }

    const groups = ["a-team", "flexai-manager", "flexai-user"];
    for (const roles of [[], ["flexai-user"], ["FLEXAI-MANAGER"], ["flexai-manager"]]) {
        it(`and blames the trigger for ${JSON.stringify(roles)} in the groups ${groups.join(", ")}`, async () => {
            const findings = await examined({ [rolesClaim]: roles, "cognito:groups": groups });
            const { seen } = expectProblem(findings, "failed", list);
            const missing = ["flexai-manager", "flexai-user"].filter(
                (role) => !roles.includes(role),
            );
            expect(seen).to.equal(`a list without ${missing.join(", ")}, which cognito:groups has`);
        });
    }

    it("and blames the trigger when the roles are in the claim that is not configured", async () => {
        const findings = await examined({ [rolesClaim]: undefined, roles: ["flexai-user"] });
        expect(expectProblem(findings, "failed", list).seen).to.equal("no such claim");
    });

    it("and names the missing group when the list has none of flexAI's roles", async () => {
        for (const roles of [[], ["flexai-admin", "FLEXAI-USER"]]) {
            for (const groups of [undefined, [], ["flexai-admin"], "flexai-user"]) {
                const findings = await examined({ [rolesClaim]: roles, "cognito:groups": groups });
                const finding = expectProblem(findings, "failed", accepted);
                expect(finding.seen).to.equal("none of these");
                expect(finding.advice).to.match(/Add the user to the group of a role/);
            }
        }
    });

    describe("and for somebody of a company without a role", () => {
        const companyLoginSetup = { name: "Contoso", oidcRedirectUri: "https://d.example/" };
        const advised = async (claims: JWTPayload, company = {}) => {
            const token = await own.sign({ [rolesClaim]: [], "cognito:groups": [], ...claims });
            const findings = await examine({ ...own.deployment, ...company }, token);
            return expectProblem(findings, "failed", accepted);
        };
        const somebody = {
            "cognito:username": "contoso_1a2b",
            identities: [{ providerName: "Contoso", userId: "1a2b" }],
        };

        it("names the attribute, what may be wrong with it, and the command that shows it", async () => {
            const { advice, commands } = await advised(somebody, { companyLoginSetup });
            expect(advice).to.match(
                new RegExp(`${customGroupsAttribute}: nothing .*groupsClaim.*companyLogin\\.roles`),
            );
            expect(commands).to.deep.equal([
                "aws cognito-idp admin-get-user --region eu-central-1 --user-pool-id" +
                    ` ${own.deployment.userPoolId} --username contoso_1a2b`,
            ]);
        });

        for (const [title, claims, company] of [
            ["without a company's login", somebody, {}],
            [
                "who is of the pool and linked",
                { ...somebody, "cognito:username": "anna" },
                { companyLoginSetup },
            ],
            [
                "who has such a name alone",
                { "cognito:username": "contoso_1" },
                { companyLoginSetup },
            ],
        ] as const) {
            it(`and the group of the pool for somebody ${title}`, async () => {
                expect((await advised(claims, company)).advice).to.match(/group of a role/);
            });
        }
    });

    it("and accepts a role that no group has, such as a default role", async () => {
        const findings = await examined({ "cognito:groups": undefined });
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(findingOf(findings, accepted)).to.include({ seen: "flexai-user" });
    });
});
