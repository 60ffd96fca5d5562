import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { running } from "../local/support/running";
import { doctor } from "./support/cli";

const folder = mkdtempSync(join(tmpdir(), "doctor-"));

/** Puts a `pulumi` that is a shell script in front of the path. */
function withPulumi(script: string): NodeJS.ProcessEnv {
    const path = join(folder, "pulumi");
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o700);
    return { PATH: `${folder}:${process.env.PATH ?? ""}` };
}

describe("npm run doctor -- --stack", function () {
    this.timeout(60_000);
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("asks Pulumi for the outputs of a stack, secrets included", async () => {
        const args = join(folder, "args");
        const outputs = join(folder, "outputs.json");
        writeFileSync(outputs, JSON.stringify(await running()));
        const env = withPulumi(`echo "$@" > '${args}'; cat '${outputs}'`);
        const ending = await doctor(["--stack", "prod"], { env });
        expect(ending).to.include({ code: 0, stderr: "" });
        expect(readFileSync(args, "utf8")).to.equal(
            "stack output --json --show-secrets --stack prod\n",
        );
    });

    it("says what Pulumi said when there is no such stack", async () => {
        const env = withPulumi("echo \"error: no stack named 'pord' found\" >&2; exit 255");
        const ending = await doctor(["--stack", "pord"], { env });
        expect(ending).to.include({ code: 2, stdout: "" });
        expect(ending.stderr).to.match(/no stack named 'pord' found\n.*pulumi stack ls\n$/);
    });

    it("gives Pulumi no standard input to ask anything by", async () => {
        const env = withPulumi("cat > /dev/null; echo 'passphrase must be set' >&2; exit 1");
        const ending = await doctor(["--stack", "prod"], { env });
        expect(ending.code).to.equal(2);
        expect(ending.stderr).to.include("passphrase must be set");
    });

    it("says what to do when there is no Pulumi", async () => {
        const ending = await doctor(["--stack", "prod"], { env: { PATH: join(folder, "none") } });
        expect(ending).to.include({ code: 2, stdout: "" });
        expect(ending.stderr).to.match(/^error: There is no pulumi command here\..*--outputs FILE/);
    });
});
