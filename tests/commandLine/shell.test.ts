import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { configurationFileCommand, pulumiCommand } from "../../commandLine/shell";

const root = join(__dirname, "../..");

/** The lines of the source, without comments, by file. */
function sources(...folders: string[]): { readonly path: string; readonly line: string }[] {
    const paths = folders.flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
            .filter((path) => /\.tsx?$/.test(path))
            .map((path) => `${folder}/${path}`),
    );
    return paths.flatMap((path) =>
        readFileSync(join(root, path), "utf8")
            .split("\n")
            .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
            .map((line) => ({ path, line })),
    );
}

describe("A command of Pulumi's CLI", () => {
    it("names its stack, and has its arguments quoted where the shell needs it", () => {
        expect(
            pulumiCommand("acme/prod", "config set", "--path", "roles[0]", "it's"),
        ).to.deep.equal({
            line: `pulumi config set --stack acme/prod --path 'roles[0]' 'it'\\''s'`,
        });
    });

    it("that writes flexAI's file lets nobody else read it", () => {
        expect(configurationFileCommand("prod").line).to.equal(
            "(umask 077 && pulumi stack output flexaiConfig --show-secrets --stack prod > flexai-auth.conf)",
        );
    });

    it("is written by nothing else than pulumiCommand, but for the one that makes a stack", () => {
        const written = sources("commandLine", "components", "config", "local", "prerequisites")
            .filter(({ line }) =>
                /\bpulumi (?:config|stack|state|preview|destroy|import)\b/.test(line),
            )
            .map(({ path, line }) => `${path}: ${line.trim()}`);
        expect(written).to.deep.equal([
            `components/runningStack.ts: return { line: "pulumi stack init 'NAME OF THE STACK'" };`,
        ]);
    });
});
