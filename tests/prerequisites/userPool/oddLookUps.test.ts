import { expect } from "chai";
import fc from "fast-check";

import { adoption } from "../../../prerequisites/userPool/adopt";
import { foundUserPool } from "../../../prerequisites/userPool/foundUserPool";
import { userPoolRefusals } from "../../../prerequisites/userPool/userPoolRefusals";
import { userPoolWarnings } from "../../../prerequisites/userPool/warnings";
import { stackState, userPoolId } from "../../support/foundUserPool";
import { inOneLine } from "../../support/messages";
import { inProject } from "../../support/project";

describe("Whatever AWS leaves out", () => {
    inProject();

    const absent = fc.constantFrom(null, undefined);
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(value, absent);
    const list = <Value>(value: fc.Arbitrary<Value>) => maybe(fc.array(maybe(value)));
    const record = <Value extends object>(fields: {
        [Key in keyof Value]: fc.Arbitrary<Value[Key]>;
    }) => fc.record(fields, { requiredKeys: [] });
    const text = maybe(fc.constantFrom("", "email", "preferred_username", "flexai-user", "x"));
    const flag = maybe(fc.boolean());
    const pool = record({
        arn: text,
        domain: text,
        customDomain: text,
        deletionProtection: text,
        usernameAttributes: list(fc.constantFrom("email", "phone_number")),
        adminCreateUserConfigs: list(record({ allowAdminCreateUserOnly: flag })),
        schemaAttributes: list(record({ name: text, required: flag, mutable: flag })),
        lambdaConfigs: list(
            record({
                preTokenGeneration: text,
                preTokenGenerationConfigs: list(record({ lambdaArn: text })),
            }),
        ),
    });
    const names = ["UserPoolTier", "AliasAttributes", "UsernameConfiguration", "LambdaConfig"];
    // Without names and strings that themselves look like what a sentence must not contain.
    const json = fc
        .jsonValue()
        .filter((value) => !/"[^"]*(undefined|null|\[object|NaN)/.test(JSON.stringify(value)));
    const odd = fc.oneof(
        json,
        fc.dictionary(
            fc.constantFrom(...names, "AdminCreateUserConfig", "Policies", "KeyConfiguration"),
            fc.oneof(
                json,
                fc.dictionary(
                    fc.constantFrom("InviteMessageTemplate", "PasswordPolicy", "CaseSensitive"),
                    json,
                ),
            ),
        ),
    );

    it("is judged in full sentences, and never throws", () => {
        fc.assert(
            fc.property(
                fc.record({
                    pool,
                    domain: fc.constantFrom(undefined, "people"),
                    properties: odd,
                    domainProperties: odd,
                    groups: record({ groups: list(record({ groupName: text, roleArn: text })) }),
                    clients: record({ clientIds: list(text), clientNames: list(text) }),
                }),
                fc.boolean(),
                (lookUps, hasUsers) => {
                    const one = foundUserPool(userPoolId, lookUps);
                    const roles = ["flexai-user", ""];
                    const settings = { roles, identityProviders: ["COGNITO"] };
                    const state = stackState();
                    const lines = [
                        ...inOneLine(userPoolRefusals(one, state, hasUsers)),
                        ...inOneLine(userPoolWarnings(one, state, roles, [])),
                        JSON.stringify(adoption(one, state, settings, [])),
                    ];
                    expect(lines.join()).not.to.match(/undefined|null|\[object|NaN/);
                },
            ),
        );
    });
});
