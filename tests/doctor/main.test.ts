import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { Finding } from "../../doctor/check";
import { discovered, tokensOf } from "../local/support/relyingParty";
import type { Report } from "../local/support/npmStart";
import { running } from "../local/support/running";
import { doctor, type Ending } from "./support/cli";
import { startProxy } from "./support/proxy";

const folder = mkdtempSync(join(tmpdir(), "doctor-"));
const secret = "verysecret0123456789";

function written(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
}

describe("npm run doctor", function () {
    this.timeout(60_000);
    let report: Report;
    let outputs: string;
    before(async () => {
        report = await running();
        outputs = written("outputs.json", JSON.stringify(report));
    });
    after(() => {
        rmSync(folder, { recursive: true });
    });

    const expectNoSecret = ({ stdout, stderr }: Ending) => {
        expect(stdout + stderr).not.to.include(report.clientSecret);
        expect(stdout + stderr).not.to.include(secret);
        expect(stdout + stderr).not.to.include("eyJ");
    };

    it("prints a line per check and exits with 0 where nothing is wrong", async () => {
        const ending = await doctor(["--outputs", outputs]);
        expect(ending).to.include({ code: 0, stderr: "" });
        expectNoSecret(ending);
        const lines = ending.stdout.split("\n");
        expect(lines.slice(0, -3)).to.have.length(22);
        for (const line of lines.slice(0, -3)) expect(line).to.match(/^(passed|skipped) +\S.*: \S/);
        expect(lines.slice(-3)).to.deep.equal(["", "19 passed, 0 failed, 3 skipped", ""]);
    });

    it("prints what was expected, seen and is to be done, and exits with 1", async () => {
        const stdin = JSON.stringify({ ...report, clientSecret: secret });
        const ending = await doctor(["--outputs", "-"], { stdin });
        expect(ending).to.include({ code: 1, stderr: "" });
        expectNoSecret(ending);
        expect(ending.stdout).to.match(
            new RegExp(
                "^FAILED   the token endpoint takes the client's id and secret\n" +
                    " {9}expected: invalid_grant for a made-up code\n" +
                    " {9}seen: {5}invalid_client\n" +
                    " {9}to do: {4}The outputs' client id or secret",
                "m",
            ),
        );
        expect(ending.stdout).to.match(/\n18 passed, 1 failed, 3 skipped\n$/);
    });

    it("shows neither the secret nor the ID token when a server sends them back", async () => {
        const proxy = await startProxy();
        // Not found by the looks of a JWT.
        const stdin = "odd-token-0123456789";
        proxy.fault = ({ pathname }) =>
            pathname.endsWith("/openid-configuration")
                ? Response.json({ issuer: `${report.clientSecret} ${stdin}` })
                : undefined;
        const args = ["--outputs", written("proxy.json", JSON.stringify(proxy.outputs))];
        const ending = await doctor([...args, "--id-token", "-"], { stdin });
        await proxy.stop();
        expect(ending.code).to.equal(1);
        expectNoSecret(ending);
        expect(ending.stdout).to.include('seen:     "[redacted] [redacted]"');
    });

    it("prints one line of JSON with --json, and checks the ID token of standard input", async () => {
        const person = report.users.find(({ roles }) => roles.length === 0);
        if (!person) throw new Error("There is no user without a role.");
        const { id_token: stdin = "" } = await tokensOf(await discovered(report), report, person);
        const ending = await doctor(["--outputs", outputs, "--json", "--id-token", "-"], {
            stdin: `${stdin}\n`,
        });
        expect(ending).to.include({ code: 1, stderr: "" });
        expectNoSecret(ending);
        expect(ending.stdout).not.to.include(stdin.split(".")[2]);
        expect(ending.stdout).to.match(/^.*\n$/);
        const { checks, ...counts } = JSON.parse(ending.stdout) as { checks: Finding[] };
        expect(counts).to.deep.equal({ passed: 25, failed: 1, skipped: 2 });
        expect(checks).to.have.length(28);
        const failed = checks.filter(({ outcome }) => outcome === "failed");
        expect(failed.map((finding) => Object.keys(finding))).to.deep.equal([
            ["name", "outcome", "expected", "seen", "advice"],
        ]);
    });

    it("prints its usage with --help", async () => {
        const ending = await doctor(["--help"]);
        expect(ending).to.include({ code: 0, stderr: "" });
        expect(ending.stdout).to.match(/^Usage: npm run doctor -- --stack NAME/);
    });

    const refusals: readonly {
        title: string;
        args: () => readonly string[];
        stdin?: string;
        stderr: RegExp;
    }[] = [
        { title: "no arguments", args: () => [], stderr: /needs either --stack NAME or --outputs/ },
        {
            title: "an ID token that is not there",
            args: () => ["--outputs", outputs, "--id-token", "-"],
            stdin: "\n",
            stderr: /holds no ID token/,
        },
        {
            title: "a file that is not there",
            args: () => ["--outputs", join(folder, "none.json")],
            stderr: /none\.json cannot be read \(ENOENT\)/,
        },
        {
            title: "a file that is not JSON, without a word of it",
            args: () => ["--outputs", written("text", `clientSecret: ${secret}`)],
            stderr: /text: this is not JSON/,
        },
        {
            title: "JSON that is no object",
            args: () => ["--outputs", "-"],
            stdin: "null",
            stderr: /- issuer is missing\n(.*\n)+Take them with: pulumi stack output --json --show-sec/,
        },
    ];
    for (const { title, args, stdin = "", stderr } of refusals) {
        it(`refuses ${title}, with 2`, async () => {
            const ending = await doctor(args(), { stdin });
            expect(ending).to.include({ code: 2, stdout: "" });
            expect(ending.stderr).to.match(/^error: /);
            expect(ending.stderr).to.match(stderr);
            expectNoSecret(ending);
        });
    }
});
