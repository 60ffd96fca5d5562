import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { load } from "js-yaml";

import { withInstructions } from "../../config/remedies";
import { loadConfig } from "../../config/stackConfig";
import { flexaiRoles, flexaiRolesClaims } from "../../flexai/manual";
import { accepted, problems, warnings } from "../support/configuration";
import { run, runProgram } from "../support/program";

const project = load(readFileSync(join(__dirname, "../../Pulumi.yaml"), "utf8")) as {
    readonly config: Readonly<Record<string, { readonly default?: unknown }>>;
};
const defaults = Object.fromEntries(
    Object.entries(project.config).map(([key, { default: value }]) => [key, value]),
);

describe("The configuration", () => {
    it("comes from the defaults of Pulumi.yaml, but for the host name", async () => {
        const { companyLogin, companyLoginSecret, domain, ...others } = defaults;
        expect([companyLogin, companyLoginSecret, domain]).to.deep.equal([{}, "", {}]);
        expect(await accepted()).to.deep.equal({
            ...others,
            hostname: "flexai.example.com",
            region: "eu-central-1",
            accountId: "123456789012",
            isRegionWritten: true,
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

    it("warns of nothing with the defaults", async () => {
        expect(await warnings({})).to.deep.equal([]);
    });

    it("names several problems in one error, each with its own sentence", async () => {
        const found = await problems({
            hostname: "https://x",
            roles: [],
            logRetentionDays: 13,
            users: [{ username: "a@b.de" }],
            hostnmae: "x",
            "aws:region": "cn-north-1",
            "aws:allowedAccountIds": [],
        });
        expect(found.map((problem) => problem.split(" ")[0])).to.deep.equal([
            "'aws:region'",
            "'aws:allowedAccountIds'",
            "'flexai-oidc:hostname'",
            "'flexai-oidc:roles'",
            "User",
            "User",
            "'flexai-oidc:logRetentionDays'",
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

describe("Other instructions", () => {
    it("replace Pulumi's commands", async () => {
        const overrides = { hostname: "https://audio.acme.de", roles: ["a", "a"], colour: "red" };
        const { error } = await run(
            () =>
                withInstructions(
                    ({ namespace, path, nested }, remedy) => [
                        [namespace, path, nested, JSON.stringify(remedy)].join("|"),
                    ],
                    loadConfig,
                ),
            "dev",
            overrides,
        );
        const sentences = (error as Error).message.split("\n  - ").slice(1);
        expect(sentences.map((sentence) => sentence.split(". ").at(-1))).to.deep.equal([
            'flexai-oidc:|hostname|false|{"set":"audio.acme.de"}',
            'flexai-oidc:|roles[1]|true|{"edit":"Delete one of the two"}',
            'flexai-oidc:|colour|false|{"edit":"Rename or delete it"}',
        ]);
    });
});
