import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { CannotRun } from "../../doctor/check";
import { outputsOfStack } from "../../doctor/pulumi";
import { doctor } from "./support/cli";
import { deployedOutputs } from "./support/deployedOutputs";

const folder = mkdtempSync(join(tmpdir(), "doctor-"));

/** Puts a `pulumi` that is a shell script in front of the path. */
function withPulumi(script: string): NodeJS.ProcessEnv {
    const path = join(folder, "pulumi");
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o700);
    return { PATH: `${folder}:${process.env.PATH ?? ""}` };
}

/** Runs something with another search path. */
async function withPath<T>({ PATH }: NodeJS.ProcessEnv, run: () => Promise<T>): Promise<T> {
    const before = process.env.PATH;
    process.env.PATH = PATH;
    try {
        return await run();
    } finally {
        process.env.PATH = before;
    }
}

describe("npm run doctor -- --stack", () => {
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("asks Pulumi for the outputs of a stack, secrets included", async () => {
        const args = join(folder, "args");
        const outputs = join(folder, "outputs.json");
        // Nobody listens at this port.
        const json = JSON.stringify(deployedOutputs).replace(
            /https:..[\w.-]+/g,
            "http://127.0.0.1:9",
        );
        writeFileSync(outputs, json);
        const env = withPulumi(`echo "$@" > '${args}'; cat '${outputs}'`);
        const ending = await withPath(env, () => doctor(["--stack", "prod"]));
        expect(ending.stdout).to.include("FAILED   127.0.0.1:9 accepts connections\n");
        expect(ending.stdout).to.include("npm run doctor -- --stack prod --sign-in");
        expect(readFileSync(args, "utf8")).to.equal(
            "stack output --json --show-secrets --stack prod\n",
        );
    });

    const refusals = [
        {
            said: "error: no stack named 'pord' found",
            hint: /\nTo see the stacks: pulumi stack ls$/,
        },
        { said: "error: passphrase must be set", hint: /\nSet PULUMI_CONFIG_PASSPHRASE, or/ },
        {
            said: "error: PULUMI_ACCESS_TOKEN must be set",
            hint: /to the place of the state.*: pulumi login$/,
        },
        { said: "error: something else", hint: /\nTo see it by itself, run the same command\.$/ },
    ];
    for (const { said, hint } of refusals) {
        it(`says what Pulumi said, and what to do about '${said}'`, async () => {
            // It reads to the end of standard input, which is empty: nobody can be asked there.
            const env = withPulumi(`cat > /dev/null; echo "${said}" >&2; exit 255`);
            const error = await withPath(env, () => outputsOfStack("prod")).catch(
                (reason: unknown) => reason,
            );
            expect(error).to.be.instanceOf(CannotRun);
            expect(error)
                .to.have.property("message")
                .that.matches(hint)
                .and.includes(
                    `pulumi stack output --json --show-secrets --stack prod failed:\n${said}\n`,
                );
        });
    }

    it("does not wait for Pulumi for ever", async () => {
        const env = withPulumi("exec sleep 20");
        const began = Date.now();
        const error = await withPath(env, () => outputsOfStack("prod", 300)).catch(
            (reason: unknown) => reason,
        );
        expect(Date.now() - began).to.be.lessThan(10_000);
        expect(error)
            .to.have.property("message")
            .that.matches(/^pulumi did not respond within 0\.3 s\. .*\npulumi stack output --json/);
    });

    it("says what to do when there is no Pulumi", async () => {
        const env = { PATH: join(folder, "none") };
        const ending = await withPath(env, () => doctor(["--stack", "prod"]));
        expect(ending).to.include({ code: 2, stdout: "" });
        expect(ending.stderr).to.match(
            /^error: There is no pulumi command here\.(.*\n)+.*npm run doctor -- --outputs outputs.json$/m,
        );
    });
});
