import { expect } from "chai";

import { EngineStack } from "./support/engineStack";
import { useStack } from "./support/hooks";
import { projectFolder } from "./support/program";
import { accepted, refused } from "./support/outcome";

describe("A deployed stack", () => {
    const stack = useStack("prod", { hostname: "flexai.example.com" });
    const hint = "What comes next for stack 'prod', once it is complete:";

    it("says after its first up alone what comes next", async () => {
        expect((await accepted(stack.preview())).output).not.to.include(hint);
        expect((await accepted(stack.up())).output).to.include(hint);
        expect((await accepted(stack.preview())).output).not.to.include(hint);
        expect((await accepted(stack.up())).output).not.to.include(hint);
    });

    it("is refused in another region, in one sentence and before anything is planned", async () => {
        stack.configure({ "aws:region": "eu-west-1" });
        const { words, steps } = await refused(stack.preview());
        expect(words).to.include(
            "- 'aws:region' value 'eu-west-1' is not the region of the stack's user pool, eu-central-1",
        );
        expect(words).not.to.include("protect");
        expect(steps).to.deep.equal([]);
        stack.configure({ "aws:region": "eu-central-1" });
    });

    it("is refused with another account", async () => {
        stack.configure({ "aws:allowedAccountIds": ["210987654321"] });
        const { words, steps } = await refused(stack.up());
        expect(words).to.include("account of the stack's user pool, 123456789012.");
        expect(steps).to.deep.equal([]);
    });

    it("is refused without an account, with its user pool's in the command", async () => {
        stack.configure({ "aws:allowedAccountIds": undefined });
        expect((await refused(stack.preview())).words).to.include(
            "123456789012 is the account of the stack's user pool. Run: pulumi config set --stack prod" +
                " --path --type string 'aws:allowedAccountIds[0]' 123456789012 ",
        );
        stack.configure({ "aws:allowedAccountIds": ["123456789012"] });
        expect((await accepted(stack.preview({ expectNoChanges: true }))).steps).to.be.empty;
    });

    it("is refused after a refresh that found nothing, until the rest of it is destroyed", async () => {
        stack.aws.store.clear();
        await accepted(stack.refresh());
        const { output, words, steps } = await refused(stack.up());
        expect(words).to.include(`The stack's outputs name the user pool`);
        expect(output).not.to.match(/^\s+at /m);
        expect(steps).to.deep.equal([]);
        await stack.run("pulumi state unprotect --all --yes --stack prod");
        await accepted(stack.destroy());
        expect((await accepted(stack.up())).steps).to.include("create UserPool flexai");
    });
});

describe("A stack of a project of another name", () => {
    it("is made by pulumi new, with the settings of the committed stack files", async () => {
        const stack = await EngineStack.create("dev");
        try {
            const [template, folder] = [`${stack.folder}/template`, `${stack.folder}/acme`];
            await stack.run(
                // It fails last for want of its Node.js plugin, which is not built here.
                `mkdir ${template} ${folder} && cp ${projectFolder}/Pulumi*.yaml ${template} && cd ${folder}` +
                    ` && (pulumi new ${template} --name acme-oidc --generate-only --yes || true)`,
            );
            await stack.run(`cd ${folder} && pulumi stack init dev`);
            const config = await stack.run(`cd ${folder} && pulumi config --json --stack dev`);
            expect(JSON.parse(config)).to.deep.include({
                "acme-oidc:deletionProtection": { value: "false", secret: false },
                "acme-oidc:logRetentionDays": { value: "14", secret: false },
                "aws:region": { value: "eu-central-1", secret: false },
            });
        } finally {
            stack.dispose();
        }
    });
});
