import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { projectConfig, withDefaults } from "../../local/program/projectConfig";
import { oddStackFiles, valuesLike } from "../support/oddStackFiles";

describe("The settings of npm start", () => {
    const folder = mkdtempSync(join(tmpdir(), "stack-files-"));
    after(() => {
        rmSync(folder, { recursive: true });
    });
    const write = (file: string, project = "name: flexai-oidc\n") => {
        writeFileSync(join(folder, "Pulumi.yaml"), project);
        writeFileSync(join(folder, "Pulumi.dev.yaml"), file);
    };

    for (const [what, { file, config }] of Object.entries(oddStackFiles)) {
        it(`are those that Pulumi's CLI reads from a stack file with ${what}`, () => {
            write(file);
            const read = () => projectConfig("dev", {}, folder).config;
            if (config === undefined)
                expect(read).to.throw(/^(?:config in )?Pulumi\.dev\.yaml is not/);
            else expect(valuesLike(config, read())).to.deep.equal(config);
        });
    }

    it("are refused where one of them stands twice, as by pulumi up", () => {
        write("config:\n  users: []\n  mfa: none\n  flexai-oidc:users: []\n");
        const read = () => projectConfig("dev", {}, folder);
        expect(read)
            .to.throw(Error)
            .with.property(
                "message",
                "'users' in line 2 and 'flexai-oidc:users' in line 4 of\n" +
                    "Pulumi.dev.yaml are one setting, and Pulumi takes either of them, by chance.\n" +
                    "Move the entries of one below those of the other, and delete its line, in\n" +
                    "Pulumi.dev.yaml",
            );
    });

    it("are the project's defaults, then the stack's, then those that are given", () => {
        const defaults = "{mfa: {default: a}, roles: {default: [b]}, brand: {default: {}}}";
        write(
            "config: {mfa: c, flexai-oidc:roles: [d]}\n",
            `name: flexai-oidc\nconfig: ${defaults}\n`,
        );
        expect(projectConfig("dev", { mfa: "e", "aws:region": "f" }, folder)).to.deep.equal({
            project: "flexai-oidc",
            config: {
                "flexai-oidc:mfa": "e",
                "flexai-oidc:roles": '["d"]',
                "flexai-oidc:brand": "{}",
                "aws:region": "f",
            },
            encrypted: [],
        });
    });

    for (const [where, file, hostname] of [
        ["the file's", "config: {flexai-oidc:hostname: a.b}\n", "a.b"],
        ["the page's where the file has none", "config: {hostname: ''}\n", "localhost:1"],
        ["the page's where the file has nothing", "", "localhost:1"],
    ] as const) {
        it(`have as host name ${where}`, () => {
            write(file);
            const read = projectConfig("dev", {}, folder);
            const { config } = withDefaults(read, { hostname: "localhost:1" });
            expect(config["flexai-oidc:hostname"]).to.equal(hostname);
        });
    }

    it("have a sample or the default in place of what is encrypted, wherever it is", () => {
        const secret = "{secure: v1:abc}";
        write(
            `config:\n  alarmEmail: ${secret}\n  mfa: ${secret}\n  email: {from: ${secret}}\n` +
                `  users: [{username: anna, email: ${secret}, preferredUsername: ${secret}}]\n`,
            "name: flexai-oidc\nconfig: {mfa: {default: none}}\n",
        );
        const { config, encrypted } = projectConfig("dev", {}, folder);
        expect(config).to.deep.equal({
            "flexai-oidc:alarmEmail": "sample-1@example.com",
            "flexai-oidc:mfa": "none",
            "flexai-oidc:email": '{"from":"sample-3@example.com"}',
            "flexai-oidc:users":
                '[{"username":"anna","email":"sample-4@example.com",' +
                '"preferredUsername":"sample-5"}]',
        });
        expect(encrypted.map((place) => place.replace("flexai-oidc:", ""))).to.deep.equal([
            "alarmEmail",
            "mfa",
            "email.from",
            "users[0].email",
            "users[0].preferredUsername",
        ]);
        const overridden = { alarmEmail: "", users: [], mfa: "", email: { from: "" } };
        expect(projectConfig("dev", overridden, folder).encrypted).to.deep.equal([]);
    });

    it("are refused with the place at which the file is not valid", () => {
        write("config:\n  mfa: a\n  mfa: b\n");
        expect(() => projectConfig("dev", {}, folder)).to.throw(
            "Pulumi.dev.yaml is not valid YAML: duplicated mapping key (3:3)",
        );
    });
});
