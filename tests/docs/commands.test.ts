import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { documents, documentText } from "../support/documents";

const root = join(__dirname, "..", "..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
};

/** The blocks of shell commands of a document. */
function blocksOf(text: string): string[] {
    const blocks = text.matchAll(/^( *)```sh\n(.*?)^\1```$/gms);
    return [...blocks].map(([, indent = "", block = ""]) =>
        block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    );
}

/** The commands of a block, each in one line. */
function commandsOf(block: string): string[] {
    return block
        .replaceAll(/\\\n */g, "")
        .split("\n")
        .filter(Boolean);
}

/** The comments of a block: zsh, by default, reads a pasted comment as a command. */
function commentsOf(block: string): string[] {
    return block.split("\n").filter((line) => /(^|\s)#/.test(line));
}

/** The variables that zsh, unlike bash, changes by the letter after their colon: `$NAME:a` is a path there. */
function changedByZsh(block: string): string[] {
    return block.match(/\$\w+:[acehlqrstuAPQ&]/g) ?? [];
}

/** A command that waits for what a person types, which would be the line below it in a block that is pasted. */
const asks =
    /^(read -|aws configure sso\b|pulumi login$|pulumi (up|destroy|refresh|cancel|import|stack rm|state unprotect)\b(?!.*--yes)|pulumi config set .*--secret [\w.]+$|pulumi stack change-secrets-provider)/;

/** The commands that ask, and are not the last of their block. */
function askingTooEarly(block: string): string[] {
    return commandsOf(block)
        .slice(0, -1)
        .filter((command) => asks.test(command));
}

/** What AWS has once for all regions, or what the `aws` command does by itself. */
const withoutRegion = ["ce", "configure", "iam", "route53", "sso", "sts"];

/** The commands to AWS that neither name their region nor come after one for both versions of `aws`. */
function withoutTheirRegion(commands: string): string[] {
    const [before = ""] = commands.split("export AWS_DEFAULT_REGION=$AWS_REGION");
    return [...before.matchAll(/\baws ([a-z][a-z0-9-]*) (?:\\\n|.)*/g)]
        .filter(([, service = ""]) => !withoutRegion.includes(service))
        .map(([command]) => command)
        .filter((command) => !command.includes("--region"));
}

/** A command of Pulumi that works on a stack: without a name, on the one that happens to be selected. */
const onStack =
    /\bpulumi (?:up|preview|destroy|refresh|import|config (?:set|rm|get|refresh)|stack (?:output|export|import|change-secrets-provider)|stack(?= --)|state unprotect)\b.*/g;

/** The sections that use the pool's id without a link before it to what sets it. */
function withoutTheirVariables(text: string): string[] {
    const sections = text.split(/^#{2,3} /m).filter((section) => section.includes("$POOL"));
    return sections.filter(
        (section) =>
            !section.startsWith("Before any command\n") &&
            !section.split("$POOL")[0]?.includes("(#before-any-command)"),
    );
}

describe("README's commands of a deployment", () => {
    it("stand in docs/deploy.md too, which explains them", () => {
        const inFile = (path: string) => blocksOf(documentText(path)).flatMap(commandsOf);
        const [, ...deployment] = inFile("README.md");
        expect(deployment).to.have.length.above(8);
        const explained = inFile("docs/deploy.md");
        expect(deployment.filter((command) => !explained.includes(command))).to.deep.equal([]);
    });
});

describe("The shell commands of a document", () => {
    for (const { path, text } of documents) {
        const blocks = blocksOf(text);
        const commands = blocks.join("\n");
        if (commands === "") continue;

        it(`${path}: are what a shell can read`, () => {
            const { status, stderr } = spawnSync("bash", ["-n"], { input: commands });
            expect(stderr.toString()).to.equal("");
            expect(status).to.equal(0);
        });

        it(`${path}: name scripts of package.json`, () => {
            const named = [...text.matchAll(/\bnpm (?:-s )?run (?:-s )?([a-z:]+)/g)];
            const missing = named.filter(([, name = ""]) => !(name in scripts));
            expect(missing.map(([command]) => command)).to.deep.equal([]);
        });

        it(`${path}: have no comments between them`, () => {
            expect(blocks.flatMap(commentsOf)).to.deep.equal([]);
        });

        it(`${path}: have variables that zsh reads as bash does`, () => {
            expect(blocks.flatMap(changedByZsh)).to.deep.equal([]);
        });

        it(`${path}: ask for something at the end of their block alone`, () => {
            expect(blocks.flatMap(askingTooEarly)).to.deep.equal([]);
        });

        it(`${path}: name their stack`, () => {
            const found = [...commands.matchAll(onStack)].map(([command]) => command);
            expect(found.filter((command) => !command.includes("--stack "))).to.deep.equal([]);
        });

        it(`${path}: fit into a terminal of 80 columns`, () => {
            const wide = commands.split("\n").filter((line) => line.length > 80);
            // A URL cannot be broken.
            expect(wide.filter((line) => !line.includes("https://"))).to.deep.equal([]);
        });

        it(`${path}: have a region in each version of the aws command`, () => {
            expect(withoutTheirRegion(commands)).to.deep.equal([]);
        });

        if (!text.includes("# Before any command\n")) continue;
        it(`${path}: come after a link to their variables`, () => {
            expect(withoutTheirVariables(text)).to.deep.equal([]);
        });
    }
});
