import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import fc from "fast-check";
import { load } from "js-yaml";

import { instruction, type Remedy, renaming } from "../../config/remedies";
import type { SettingName, UserValue } from "../../config/settingName";
import { asYaml, userRemedy } from "../../config/userRemedy";
import { inProject } from "../support/project";

const named = (path: string): SettingName => ({
    namespace: "flexai-oidc:",
    path,
    nested: /[.[]/.test(path),
});
const set = (...args: string[]) => ({ line: `pulumi config set --stack dev ${args.join(" ")}` });

describe("What to do about a setting", () => {
    inProject();

    const remedies: readonly (readonly [string, Remedy, readonly unknown[]])[] = [
        ["hostname", { set: "a.b" }, ["Run:", set("hostname", "a.b")]],
        ["roles[0]", { set: "a" }, ["Run:", set("--path", "'roles[0]'", "a")]],
        ["roles[0]", { set: "7" }, ["Run:", set("--path --type string", "'roles[0]'", "7")]],
        ["roles[0]", { set: "-a" }, ["Run:", set("--path --", "'roles[0]'", "-a")]],
        [
            "roles",
            { set: ["a", "b"] },
            ["Run:", set("--path", "'roles[0]'", "a"), set("--path", "'roles[1]'", "b")],
        ],
        [
            "hostname",
            { placeholder: "YOUR_HOST_NAME" },
            ["Run, with your own in place of YOUR_HOST_NAME:", set("hostname", "YOUR_HOST_NAME")],
        ],
        [
            "mfa",
            { choose: ["none", "required"] },
            ["Run one of these:", set("mfa", "none"), set("mfa", "required")],
        ],
        ["a", "enter", ["Run:", set("--secret", "a")]],
        ["a", "remove", ["Run:", { line: "pulumi config rm --stack dev a" }]],
        ["a", { edit: "Quote it" }, ["Quote it in Pulumi.dev.yaml"]],
    ];
    for (const [path, remedy, message] of remedies) {
        it(`is ${JSON.stringify(remedy)} of ${path}`, () => {
            expect(instruction(named(path), remedy)).to.deep.equal(message);
        });
    }

    const inString: readonly (readonly [string, unknown, Remedy, readonly unknown[]])[] = [
        ["roles[1]", ["a", "B"], { set: "b" }, ["Run:", set("roles", `'["a","b"]'`)]],
        ["roles[1]", ["a"], { set: "b" }, ["Run:", set("roles", `'["a","b"]'`)]],
        ["aws:a[0]", ["7", "8"], "remove", ["Run:", set("aws:a", `'["8"]'`)]],
        [
            "roles[0]",
            ["a", "b"],
            { placeholder: "ROLE NAME" },
            ["Run, with your own in place of ROLE NAME:", set("roles", `'["ROLE NAME","b"]'`)],
        ],
        ["roles[1]", [], { edit: "Quote it" }, ["Quote it in Pulumi.dev.yaml"]],
        ["domain.zone", {}, { set: "a.b" }, [`Set 'domain.zone' to "a.b" in Pulumi.dev.yaml`]],
        [
            "a.only",
            {},
            { choose: [true, false] },
            ["Set 'a.only' to true or false in Pulumi.dev.yaml"],
        ],
        ["domain.zone", {}, { placeholder: "ZONE" }, ["Set 'domain.zone' in Pulumi.dev.yaml"]],
        ["domain.zon", {}, "remove", ["Remove 'domain.zon' from Pulumi.dev.yaml"]],
        ["domain", {}, "remove", ["Run:", { line: "pulumi config rm --stack dev domain" }]],
    ];
    for (const [path, json, remedy, message] of inString) {
        it(`leaves the rest of a string of JSON: ${JSON.stringify(remedy)} of ${path}`, () => {
            expect(instruction({ ...named(path), json }, remedy)).to.deep.equal(message);
        });
    }

    it("is not to rename it where the right one is there", () => {
        expect(renaming("hostnam", "hostname", true)).to.equal("remove");
    });
});

describe("A command for a stack of an organization", () => {
    before(async () => {
        const none = () => {
            throw new Error("Nothing is registered or looked up here.");
        };
        const mocks = { newResource: none, call: none };
        await pulumi.runtime.setMocks(mocks, "flexai-oidc", "prod", false, "acme");
    });

    it("names both, because another organization may be the user's default", () => {
        expect(instruction(named("mfa"), "remove")).to.deep.equal([
            "Run:",
            { line: "pulumi config rm --stack acme/prod mfa" },
        ]);
        expect(instruction(named("mfa"), { edit: "Quote it" })).to.deep.equal([
            "Quote it in Pulumi.prod.yaml",
        ]);
    });
});

describe("What to do about a user's value", () => {
    const roles: UserValue = { who: "'anna'", field: "roles", isEntry: true };
    const enabled: UserValue = { who: "'anna'", field: "enabled", isEntry: false };
    for (const [user, remedy, message] of [
        [enabled, { set: false }, ["In F, write for user 'anna':", { line: "enabled: false" }]],
        [
            enabled,
            { choose: [true, false] },
            [
                "In F, write for user 'anna', one of these:",
                { line: "enabled: true" },
                { line: "enabled: false" },
            ],
        ],
        [roles, { set: "a" }, ["In F, write in its place:", { line: "a" }]],
        [
            roles,
            { placeholder: "ROLE NAME" },
            [
                "In F, write in its place, with your own in place of ROLE NAME:",
                { line: "ROLE NAME" },
            ],
        ],
        [enabled, "remove", ["Remove 'enabled' from user 'anna' in F"]],
        [enabled, { edit: "Quote it" }, ["Quote it in F"]],
    ] as const) {
        it(`is ${JSON.stringify(remedy)} of ${user.field ?? ""}, without an index`, () => {
            expect(userRemedy(user, remedy, "F")).to.deep.equal(message);
        });
    }

    it("is written so that YAML reads it as it is", () => {
        const odd = [
            "yes",
            "No",
            "null",
            "~",
            "7",
            "0x1",
            "1e3",
            "2024-01-31",
            "#a",
            "a: b",
            "- a",
            "",
        ];
        for (const value of [...odd, "anna", "Anna B", "a@b.de", true, 7, ["a", "b c"]]) {
            expect(load(`key: ${asYaml(value)}`)).to.deep.equal({ key: value });
        }
        fc.assert(
            fc.property(fc.string(), (value) => {
                expect(load(`key: ${asYaml(value)}`)).to.deep.equal({ key: value });
            }),
        );
    });
});
