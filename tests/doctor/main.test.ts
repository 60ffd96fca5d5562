import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { Finding } from "../../doctor/check";
import type { Report } from "../local/support/npmStart";
import { discovered, tokensOf } from "../local/support/relyingParty";
import { running } from "../local/support/running";
import { doctor, type Ending, startDoctor } from "./support/cli";
import { useProxy } from "./support/proxy";

const folder = mkdtempSync(join(tmpdir(), "doctor-"));
const secret = "verysecret0123456789";

function written(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
}

describe("npm run doctor", () => {
    const proxy = useProxy();
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
        for (const word of [report.clientSecret, secret, "eyJ"]) {
            expect(stdout + stderr).not.to.include(word);
        }
    };

    it("prints a line per check and exits with 0 where nothing is wrong", async () => {
        // Nor is it with --strict, which does not count what is skipped.
        const ending = await startDoctor(["--outputs", outputs, "--strict"]).ending;
        expect(ending.code).to.equal(0);
        expectNoSecret(ending);
        const lines = ending.stdout.split("\n");
        expect(lines.filter((line) => /^passed {3}\S/.test(line))).to.have.length(20);
        const first = lines.findIndex((line) => line.startsWith("skipped"));
        expect(lines.slice(first)).to.deep.equal([
            "skipped  flexAI sends people to the sign-in page: npm start's page is in its",
            "         place, and opens without a sign-in",
            "skipped  whether people get in, and with which role: no sign-in was tried",
            "",
            "20 passed, 0 failed, 0 warnings, 12 skipped",
            "No sign-in was tried: nobody knows whether people get in. Sign in yourself:",
            `  ${report.page}`,
            "",
        ]);
    });

    it("looks for files where the person stands, and names them in its commands", async () => {
        written("own outputs.json", JSON.stringify({ ...report, clientSecret: secret }));
        const { INIT_CWD } = process.env;
        process.env.INIT_CWD = folder;
        const { stdout } = await doctor(["--outputs", "own outputs.json"]);
        process.env.INIT_CWD = INIT_CWD;
        expect(stdout).to.include(
            "           # End npm start by Ctrl-C, start it so, and leave it running:\n" +
                "           (umask 077 && npm -s start -- --json > 'own outputs.json')\n",
        );
    });

    it("has a failure with its advice at the end of 80 x 24, and exits with 1", async () => {
        const stdin = JSON.stringify({ ...report, clientSecret: secret });
        const ending = await doctor(["--outputs", "-"], stdin);
        expect(ending.code).to.equal(1);
        expectNoSecret(ending);
        const screen = ending.stdout.split("\n").slice(-24).join("\n");
        expect(screen).to.match(
            new RegExp(
                "^FAILED   the token endpoint accepts the client's id and secret\n" +
                    " {9}expected: invalid_grant for a made-up code\n" +
                    " {9}seen: {5}invalid_client\n" +
                    " {9}to do: {4}The outputs' client id or secret",
                "m",
            ),
        );
        expect(screen).to.match(
            /\n19 passed, 1 failed, 0 warnings, 12 skipped\nNo sign-in was tried: .*\n.*\n$/,
        );
    });

    it("shows the one failure of a deployment that cannot be reached, in 80 x 24", async () => {
        const stdin = JSON.stringify(report).replaceAll(new URL(report.issuer).host, "127.0.0.1:9");
        const { stdout } = await doctor(["--outputs", "-"], stdin);
        expect(stdout.split("\n").length).to.be.lessThan(24);
        expect(stdout).to.match(/^FAILED {3}127\.0\.0\.1:9 accepts connections$/m);
        expect(stdout).to.match(/^skipped {2}\d+ checks, which need this: 127\.0\.0\.1:9 accepts/m);
    });

    it("exits with 0 on a warning, and with --strict with 1", async () => {
        proxy.fault = ({ pathname }) =>
            pathname === "/login" ? new Response("", { status: 503 }) : undefined;
        const args = ["--outputs", written("proxy.json", JSON.stringify(proxy.outputs)), "--json"];
        const [plain, strict] = await Promise.all([doctor(args), doctor([...args, "--strict"])]);
        expect(JSON.parse(plain.stdout)).to.include({ failed: 0, warnings: 1 });
        expect([plain.code, strict.code]).to.deep.equal([0, 1]);
    });

    it("shows neither the secret nor the ID token when a server sends them back", async () => {
        // Not found by the looks of a JWT.
        const stdin = "odd-token-0123456789";
        proxy.fault = ({ pathname }) =>
            pathname.endsWith("/openid-configuration")
                ? Response.json({ issuer: `${report.clientSecret} ${stdin}` })
                : undefined;
        const args = ["--outputs", written("proxy.json", JSON.stringify(proxy.outputs))];
        const ending = await doctor([...args, "--id-token", "-"], stdin);
        expect(ending.code).to.equal(1);
        expectNoSecret(ending);
        expect(ending.stdout).to.include('seen:     "[redacted] [redacted]"');
    });

    it("prints one line of JSON with --json, and checks the ID token of standard input", async () => {
        const person = report.users.find(({ roles }) => roles.length === 0);
        if (!person) throw new Error("There is no user without a role.");
        const { id_token: stdin = "" } = await tokensOf(await discovered(report), report, person);
        const ending = await doctor(
            ["--outputs", outputs, "--json", "--id-token", "-"],
            `${stdin}\n`,
        );
        expect(ending.code).to.equal(1);
        expectNoSecret(ending);
        expect(ending.stdout).not.to.include(stdin.split(".")[2]);
        expect(ending.stdout).to.match(/^.*\n$/);
        const { checks, ...counts } = JSON.parse(ending.stdout) as { checks: Finding[] };
        expect(counts).to.deep.equal({ passed: 30, failed: 1, warnings: 0, skipped: 1 });
        expect(checks).to.have.length(32);
        const failed = checks.filter(({ outcome }) => outcome === "failed");
        expect(failed.map((finding) => Object.keys(finding))).to.deep.equal([
            ["name", "outcome", "expected", "seen", "advice", "commands"],
        ]);
    });

    it("prints its usage with --help", async () => {
        const ending = await doctor(["--help"]);
        expect(ending).to.include({ code: 0, stderr: "" });
        expect(ending.stdout).to.match(/^Usage: npm run doctor -- --stack NAME/);
    });

    it("says on standard error why nothing could be checked, and exits with 2", async () => {
        const stderr =
            "error: Needs --stack NAME or --outputs FILE\nOptions: npm run doctor -- --help\n";
        expect(await startDoctor([]).ending).to.deep.equal({ code: 2, stdout: "", stderr });
    });

    const refusals: readonly {
        title: string;
        args: () => readonly string[];
        stdin?: string;
        stderr: RegExp;
    }[] = [
        {
            title: "an ID token that is missing",
            args: () => ["--outputs", outputs, "--id-token", "-"],
            stdin: "\n",
            stderr: /has no ID token/,
        },
        {
            title: "a file that does not exist",
            args: () => ["--outputs", join(folder, "none.json")],
            stderr: /^error: There is no file \S*none\.json\.$/m,
        },
        {
            title: "a file that is not JSON, without a word of it",
            args: () => ["--outputs", written("text", `clientSecret: ${secret}`)],
            stderr: /text: this is not JSON/,
        },
        {
            title: "a file without end",
            args: () => ["--outputs", "/dev/zero"],
            stderr: /zero has more than 1000000 bytes/,
        },
        {
            title: "JSON that is not an object",
            args: () => ["--outputs", "-"],
            stdin: "null",
            stderr: /- issuer is missing\n(.*\n)+Read them with: pulumi stack output --json --show-s/,
        },
    ];
    for (const { title, args, stdin = "", stderr } of refusals) {
        it(`refuses ${title}, with 2`, async () => {
            const ending = await doctor(args(), stdin);
            expect(ending).to.include({ code: 2, stdout: "" });
            expect(ending.stderr).to.match(/^error: /);
            expect(ending.stderr).to.match(stderr);
            expectNoSecret(ending);
        });
    }
});
