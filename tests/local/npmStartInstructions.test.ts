import { expect } from "chai";

import type { Remedy } from "../../config/problems";
import { npmStartInstructions } from "../../local/npmStartInstructions";
import { startTryOut } from "../../local/tryOut";

describe("What npm start says about a setting that is refused", () => {
    const own = (path: string) => ({
        namespace: "flexai-oidc:",
        path,
        nested: /[[.]/.test(path),
    });
    const aws = (path: string) => ({ ...own(path), namespace: "" });

    const given: [Readonly<Record<string, string>>, ReturnType<typeof own>, Remedy, string][] = [
        [
            { hostname: "https://a.b" },
            own("hostname"),
            { set: "a.b" },
            "Run: npm start -- --config hostname=a.b",
        ],
        [
            { "flexai-oidc:hostname": "x y", "aws:region": "eu-west-1" },
            own("hostname"),
            { set: "YOUR_HOST_NAME" },
            "Run: npm start -- --config flexai-oidc:hostname=YOUR_HOST_NAME (and your other --config options)",
        ],
        [{}, aws("aws:region"), { set: "eu" }, "Run: npm start -- --config aws:region=eu"],
        [
            { roles: '["flexai-user","manager"]' },
            own("roles[1]"),
            { set: "flexai-manager" },
            `Run: npm start -- --config 'roles=["flexai-user","flexai-manager"]'`,
        ],
        [
            { roles: "[]" },
            own("roles[0]"),
            { set: "flexai-user" },
            `Run: npm start -- --config 'roles=["flexai-user"]'`,
        ],
        [
            { "aws:allowedAccountIds": "[12345678901]" },
            aws("aws:allowedAccountIds[0]"),
            { set: "012345678901" },
            `Run: npm start -- --config 'aws:allowedAccountIds=["012345678901"]'`,
        ],
        [
            { users: '[{"username":"anna","password":"secret"}]' },
            own("users[0].email"),
            { set: "EMAIL" },
            "Set 'users[0].email' to EMAIL in --config users",
        ],
        [
            { users: '[{"username":7}]' },
            own("users[0].username"),
            { set: "7" },
            `Set 'users[0].username' to "7" in --config users`,
        ],
        [
            { users: '[{"password":"secret"}]' },
            own("users[0].password"),
            "remove",
            "Remove 'users[0].password' from --config users",
        ],
        [{ colour: "red" }, own("colour"), "remove", "Remove --config colour"],
        [{ "other:colour": "red" }, aws("other:colour"), "remove", "Remove --config other:colour"],
        [{}, own("colour"), "remove", "Remove 'colour' from Pulumi.dev.yaml"],
        [{ roles: "a" }, own("roles"), { edit: "Write a list" }, "Write a list in --config"],
        [{}, own("roles"), { edit: "Write a list" }, "Write a list in Pulumi.dev.yaml"],
    ];
    for (const [config, setting, remedy, sentence] of given) {
        it(`is ${sentence}`, () => {
            const instructions = npmStartInstructions({ stack: "dev", port: undefined, config });
            expect(instructions(setting, remedy)).to.equal(sentence);
        });
    }

    it("keeps the stack and the port", () => {
        const options = { stack: "prod", port: 8500, config: {} };
        expect(npmStartInstructions(options)(own("hostname"), { set: "a.b" })).to.equal(
            "Run: npm start -- --stack prod --port 8500 --config hostname=a.b",
        );
    });

    it("is what the program refuses its settings with", async () => {
        const config = { hostname: "https://a.example/" };
        let message = "";
        try {
            await (await startTryOut({ stack: "dev", port: 0, config })).close();
        } catch (error) {
            ({ message } = error as Error);
        }
        expect(message).to.match(/ Run: npm start -- --port 0 --config hostname=a\.example$/);
    });
});
