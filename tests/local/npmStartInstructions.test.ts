import { expect } from "chai";

import type { Remedy } from "../../config/remedies";
import type { SettingName } from "../../config/settingName";
import { npmStartInstructions } from "../../local/npmStartInstructions";
import { startTryOut } from "../../local/tryOut";
import { inOneLine, onALineEach } from "../support/messages";

describe("What npm start says about a setting that is refused", () => {
    const own = (path: string) => ({
        namespace: "flexai-oidc:",
        path,
        nested: /[[.]/.test(path),
    });
    const ofUser = (field: string) => ({
        ...own(`users[0].${field}`),
        user: { who: "'anna'", field, isEntry: false },
    });
    const aws = (path: string) => ({ ...own(path), namespace: "" });

    const given: [Readonly<Record<string, string>>, SettingName, Remedy, string][] = [
        [
            { hostname: "https://a.b" },
            own("hostname"),
            { set: "a.b" },
            "Run: npm start -- --config hostname=a.b",
        ],
        [
            { "flexai-oidc:hostname": "x y", "aws:region": "eu-west-1" },
            own("hostname"),
            { placeholder: "YOUR_HOST_NAME" },
            "Run, with your own in place of YOUR_HOST_NAME and your other --config options:" +
                " npm start -- --config flexai-oidc:hostname=YOUR_HOST_NAME",
        ],
        [
            { hostname: "[a: b" },
            own("hostname"),
            { set: "a" },
            "Run: npm start -- --config hostname=a",
        ],
        [
            { mfa: "maybe" },
            own("mfa"),
            { choose: ["none", "required"] },
            "Run one of these: npm start -- --config mfa=none npm start -- --config mfa=required",
        ],
        [{}, own("mfa"), { set: "none" }, "Run: npm start -- --config mfa=none"],
        [{}, aws("aws:region"), { set: "eu" }, "Set 'aws:region' to eu in Pulumi.dev.yaml"],
        [
            {},
            own("logRetentionDays"),
            { choose: [7, 14] },
            "Set 'logRetentionDays' to 7 or 14 in Pulumi.dev.yaml",
        ],
        [
            {},
            own("logRetentionDays"),
            { placeholder: "DAYS" },
            "Set 'logRetentionDays' in Pulumi.dev.yaml",
        ],
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
            ofUser("email"),
            { placeholder: "EMAIL" },
            "In --config users, write for user 'anna', with your own in place of EMAIL: email: EMAIL",
        ],
        [
            { users: '[{"username":7}]' },
            ofUser("username"),
            { set: "7" },
            `In --config users, write for user 'anna': username: "7"`,
        ],
        [
            { users: '[{"password":"secret"}]' },
            ofUser("password"),
            "remove",
            "Remove 'password' from user 'anna' in --config users",
        ],
        [
            { email: '{"from":7}' },
            own("email.from"),
            { set: "7" },
            `Set 'email.from' to "7" in --config email`,
        ],
        [{ colour: "red" }, own("colour"), "remove", "Remove --config colour"],
        [{ "other:colour": "red" }, aws("other:colour"), "remove", "Remove --config other:colour"],
        [{}, own("colour"), "remove", "Remove 'colour' from Pulumi.dev.yaml"],
        [{ roles: "a" }, own("roles"), { edit: "Write a list" }, "Write a list in --config"],
        [{}, own("roles"), { edit: "Write a list" }, "Write a list in Pulumi.dev.yaml"],
        [
            {},
            own("companyLoginSecret"),
            "enter",
            "Run: npm start -- --config companyLoginSecret=SECRET",
        ],
        [
            { companyLoginSecret: "readable" },
            own("companyLoginSecret"),
            "enter",
            "Run: pulumi config set --stack dev --secret companyLoginSecret",
        ],
    ];
    for (const [config, setting, remedy, sentence] of given) {
        it(`is ${sentence}`, () => {
            const instructions = npmStartInstructions({ stack: "dev", port: undefined, config });
            expect(inOneLine([instructions(setting, remedy)])).to.deep.equal([sentence]);
        });
    }

    it("keeps the stack, the port and the company's provider", () => {
        const options = { stack: "prod", port: 8500, company: "http://a.b/c", config: {} };
        const message = npmStartInstructions(options)(own("hostname"), { set: "a.b" });
        expect(message).to.deep.equal([
            "Run:",
            {
                line:
                    "npm start -- --stack prod --port 8500 --company http://a.b/c" +
                    " --config hostname=a.b",
            },
        ]);
    });

    it("is what the program refuses its settings with, all at once", async () => {
        const config = {
            hostname: "https://flexai",
            "flexai-oidc:logRetentionDays": "2",
            rols: "[]",
        };
        const error: unknown = await startTryOut({ stack: "dev", port: 0, config }).catch(
            (reason: unknown) => reason,
        );
        const [head, hostname, retention, unknown, ...others] = onALineEach(
            (error as Error).message,
        ).split("\n");
        expect(others).to.deep.equal([]);
        expect(head).to.equal("The configuration of stack 'dev' is refused:");
        const run = "Run, with your other --config options:";
        expect(hostname).to.match(
            /^ {2}- 'flexai-oidc:hostname' value 'https:\/\/flexai' is not a host/,
        );
        expect(hostname).to.contain(`. ${run} npm start -- --port 0 --config hostname=flexai`);
        expect(retention).to.match(/^ {2}- 'flexai-oidc:logRetentionDays' value '2' is not one of/);
        expect(retention).to.contain(
            `. ${run} npm start -- --port 0 --config flexai-oidc:logRetentionDays=3`,
        );
        expect(unknown).to.match(/^ {2}- 'flexai-oidc:rols' is not a setting of this project\./);
        expect(unknown).to.match(/Did you mean 'roles'\? Rename 'rols' to 'roles' in --config$/);
    });
});
