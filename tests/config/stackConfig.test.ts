import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { load } from "js-yaml";

import { loadConfig } from "../../config/stackConfig";
import { flexaiRoles, flexaiRolesClaims } from "../../flexai/manual";
import { accepted, problems, warnings } from "../support/configuration";
import { run, runProgram } from "../support/program";

const project = load(readFileSync(join(__dirname, "../../Pulumi.yaml"), "utf8")) as {
    readonly config: Readonly<Record<string, { readonly default?: unknown }>>;
};
const settings =
    "roles, hostname, rolesClaim, defaultRoles, users, deletionProtection, logRetentionDays, existingUserPoolId";

describe("The configuration", () => {
    it("comes from the defaults of Pulumi.yaml, but for the host name", async () => {
        expect(await accepted()).to.deep.equal({
            hostname: "flexai.example.com",
            roles: ["flexai-manager", "flexai-editor", "flexai-user"],
            rolesClaim: "https://flexai.de/roles",
            defaultRoles: [],
            users: [],
            deletionProtection: true,
            logRetentionDays: 365,
            existingUserPoolId: "",
            tags: { Project: "flexai-oidc", Stack: "prod" },
        });
    });

    it("has flexAI's own roles and claim as defaults in Pulumi.yaml", () => {
        expect(project.config.roles?.default).to.deep.equal(flexaiRoles);
        expect(project.config.rolesClaim?.default).to.equal(flexaiRolesClaims[0]);
    });

    it("has a default for each key that Pulumi.yaml declares, which Pulumi would require otherwise", () => {
        for (const [key, declared] of Object.entries(project.config)) {
            expect(declared, key).to.have.property("default").that.does.not.equal(null);
        }
    });

    it("reads exactly the settings that Pulumi.yaml declares", () => {
        expect(settings.split(", ").sort()).to.deep.equal(Object.keys(project.config).sort());
    });

    it("gives no warning with the defaults", async () => {
        expect(await warnings({})).to.deep.equal([]);
    });

    it("names a key that it does not know, such as a misspelt one, and those that it does", async () => {
        expect(await problems({ hostnmae: "flexai.example.com" })).to.deep.equal([
            `'flexai-oidc:hostnmae' is no setting of this project, which are ${settings}.` +
                " Run: pulumi config rm hostnmae",
        ]);
    });

    it("does not show the value of a key that it does not know, which may be a secret", async () => {
        expect((await problems({ clientSecret: "hunter2" })).join()).not.to.include("hunter2");
    });

    it("leaves other namespaces' keys to their owners", async () => {
        expect(await problems({ "aws:profile": "x", "flexai:hostnmae": "x" })).to.deep.equal([]);
    });

    it("names several problems in one error, each with its own sentence", async () => {
        const found = await problems({
            hostname: "https://x",
            roles: [],
            logRetentionDays: 13,
            users: [{ username: "a@b.de" }],
            hostnmae: "x",
            "aws:region": "cn-north-1",
        });
        expect(found.map((problem) => problem.split(" ")[0])).to.deep.equal([
            "'flexai-oidc:roles'",
            "'flexai-oidc:hostname'",
            "'flexai-oidc:users[0].email'",
            "'flexai-oidc:users[0].username'",
            "'flexai-oidc:logRetentionDays'",
            "'aws:region'",
            "'flexai-oidc:hostnmae'",
        ]);
    });

    it("throws a RunError, which Pulumi prints without a stack trace", async () => {
        const { error } = await run(loadConfig, "prod", { hostname: "" });
        expect(pulumi.RunError.isInstance(error)).to.equal(true);
    });

    it("warns of nothing when it is refused", async () => {
        const refused = await run(loadConfig, "prod", { hostname: "", roles: ["admin"] });
        expect(refused.warnings).to.deep.equal([]);
    });

    it("is refused before anything is registered", async () => {
        const { error, registrations, resources } = await runProgram("prod", { hostname: "" });
        expect(error).to.be.an.instanceOf(Error);
        expect(registrations.map(({ type }) => type)).to.deep.equal(["pulumi:pulumi:Stack"]);
        expect(resources).to.deep.equal([]);
    });
});

describe("The setting logRetentionDays", () => {
    for (const days of [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
        3288, 3653,
    ]) {
        it(`takes ${String(days)}`, async () => {
            expect((await accepted({ logRetentionDays: days })).logRetentionDays).to.equal(days);
        });
    }

    for (const days of [13, 0, -1, 366, 1.5, "never"]) {
        it(`is refused when it is ${String(days)}`, async () => {
            expect(await problems({ logRetentionDays: days })).to.deep.equal([
                `'flexai-oidc:logRetentionDays' value '${String(days)}' is none of CloudWatch's periods` +
                    " in days: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096," +
                    " 1827, 2192, 2557, 2922, 3288, 3653. Run: pulumi config set logRetentionDays 365",
            ]);
        });
    }
});

describe("The setting deletionProtection", () => {
    for (const value of [true, false]) {
        it(`takes ${String(value)}`, async () => {
            const { deletionProtection } = await accepted({ deletionProtection: value });
            expect(deletionProtection).to.equal(value);
        });
    }

    it("is refused when it is anything else", async () => {
        expect(await problems({ deletionProtection: "off" })).to.deep.equal([
            "'flexai-oidc:deletionProtection' value 'off' is neither true nor false." +
                " Run: pulumi config set deletionProtection true",
        ]);
    });
});
