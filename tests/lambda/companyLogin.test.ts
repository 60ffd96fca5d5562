import { expect } from "chai";

import { company, companyCases, companyLogin } from "../support/companyRoles";
import { defaults, expectedResponse } from "../support/preTokenGeneration";
import { runProgram } from "../support/program";
import { LambdaFunction } from "./support/lambdaFunction";

/** The company's groups by role, as the configuration has them. */
const roles = Object.fromEntries(
    defaults.roles.map((role) => [
        role,
        Object.keys(company.grants).filter((group) => company.grants[group]?.includes(role)),
    ]),
);
const { name, provider } = companyLogin({});

describe("The uploaded archive with a company's login, in AWS's runtime client", () => {
    let lambda: LambdaFunction;

    before(async () => {
        lambda = await LambdaFunction.start(
            await runProgram("prod", {
                companyLogin: {
                    name,
                    issuer: provider?.issuer,
                    clientId: provider?.clientId,
                    roles,
                },
                companyLoginSecret: { secure: "v1:abc" },
            }),
        );
    });
    after(() => lambda.stop());

    for (const { title, event, roles: granted } of companyCases) {
        it(title, async () => {
            const sent = JSON.parse(JSON.stringify(event)) as object;
            expect(await lambda.invoke(event)).to.deep.equal({
                kind: "response",
                body: { ...sent, response: expectedResponse(granted) },
            });
        });
    }

    it("writes no line of its own to the log", () => {
        expect(lambda.output).to.equal("");
    });
});
