import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { load } from "js-yaml";

import { problems } from "../support/configuration";

const project = load(readFileSync(join(__dirname, "../../Pulumi.yaml"), "utf8")) as {
    readonly config: object;
};
const settings = Object.keys(project.config).join(", ");

describe("The settings of a stack", () => {
    for (const [key, remedy] of [
        [
            "hostnmae",
            "Did you mean 'hostname'? Rename 'hostnmae' to 'hostname' in Pulumi.prod.yaml",
        ],
        ["Users", "Did you mean 'users'? Rename 'Users' to 'users' in Pulumi.prod.yaml"],
        ["role", "Did you mean 'roles'? Rename 'role' to 'roles' in Pulumi.prod.yaml"],
        [
            "logRetention",
            "Did you mean 'logRetentionDays'? Rename 'logRetention' to 'logRetentionDays' in Pulumi.prod.yaml",
        ],
        [
            "allowedAccountIds",
            "Did you mean 'aws:allowedAccountIds'? Rename 'allowedAccountIds' to" +
                " 'aws:allowedAccountIds' in Pulumi.prod.yaml",
        ],
        ["colour", "Rename or delete it in Pulumi.prod.yaml"],
        ["region:colour", "Rename or delete it in Pulumi.prod.yaml"],
    ] as const) {
        it(`refuses the unknown key ${key}; unless it is nearly one, with those in Pulumi.yaml's order`, async () => {
            const all = remedy.startsWith("Did") ? "" : ` Settings: ${settings}.`;
            expect(await problems({ [`flexai-oidc:${key}`]: "x" })).to.deep.equal([
                `'flexai-oidc:${key}' is not a setting of this project.${all} ${remedy}`,
            ]);
        });
    }

    it("does not show the value of a key that it does not know, which may be a secret", async () => {
        expect((await problems({ clientSecret: "hunter2" })).join()).not.to.include("hunter2");
    });

    it("leaves the keys of Pulumi and of its providers to them", async () => {
        const config = {
            "aws:profile": "x",
            "aws:version": "7.48.0",
            "aws:unheardOf": "x",
            "random:x": "x",
            "pulumi:tags": "{}",
            "aws-native:region": "eu-central-1",
            "cloudflare:email": "a@example.com",
            "cloudflare:apiKey": "x",
        };
        expect(await problems(config)).to.deep.equal([]);
    });

    for (const [key, what] of [
        ["flexai-oidc:region", "this project"],
        ["aws:regio", "the AWS provider"],
    ] as const) {
        it(`leads to the removal of ${key} beside the right one in the file`, async () => {
            expect(await problems({ [key]: "x" })).to.deep.equal([
                `'${key}' is not a setting of ${what}, and 'aws:region' is there already.` +
                    ` Run: pulumi config rm --stack prod ${key.replace("flexai-oidc:", "")}`,
            ]);
        });
    }

    for (const [given, meant] of [
        ["aws:Profile", "aws:profile"],
        ["aws:allowedAccountsIds", "aws:allowedAccountIds"],
    ] as const) {
        it(`refuses ${given}, which is nearly a setting of the AWS provider`, async () => {
            expect(await problems({ [given]: "x" })).to.deep.equal([
                `'${given}' is not a setting of the AWS provider. Did you mean '${meant}'? ` +
                    `Rename '${given}' to '${meant}' in Pulumi.prod.yaml`,
            ]);
        });
    }

    for (const [given, value, refusal] of [
        [
            "assumeRole",
            { roleArn: "x" },
            "is not a setting of the AWS provider. Rename it to 'aws:assumeRoles', and" +
                " write a list with a hyphen before each entry, in Pulumi.prod.yaml",
        ],
        [
            "assumeRoles",
            { roleArn: "x" },
            "is not a list, as the AWS provider requires. Write a list with a hyphen before each entry" +
                " in Pulumi.prod.yaml",
        ],
        [
            "forbiddenAccountIds",
            ["999999999999"],
            "is refused beside 'aws:allowedAccountIds' by the AWS provider. Run: pulumi config rm --stack prod" +
                " aws:forbiddenAccountIds",
        ],
    ] as const) {
        it(`refuses ${JSON.stringify(value)} for aws:${given}`, async () => {
            expect(await problems({ [`aws:${given}`]: value })).to.deep.equal([
                `'aws:${given}' ${refusal}`,
            ]);
        });
    }

    it("leaves a list of the AWS provider to it", async () => {
        expect(await problems({ "aws:assumeRoles": [{ roleArn: "x" }] })).to.deep.equal([]);
    });

    it("refuses another project's settings, which would count for nothing", async () => {
        const found = await problems({
            "acme-oidc:deletionProtection": "x",
            "acme-oidc:role": "x",
        });
        const isAnothers = "belongs to a project 'acme-oidc', and this project is 'flexai-oidc'";
        expect(found).to.deep.equal([
            `'acme-oidc:deletionProtection' ${isAnothers}. Did you mean 'deletionProtection'? Rename` +
                " 'acme-oidc:deletionProtection' to 'deletionProtection' in Pulumi.prod.yaml",
            `'acme-oidc:role' ${isAnothers}. Did you mean 'roles'? Rename 'acme-oidc:role' to 'roles'` +
                " in Pulumi.prod.yaml",
        ]);
    });
});
