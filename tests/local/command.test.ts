import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";

import { freePort, listens } from "../support/ports";
import { until } from "../support/until";
import { NpmStart, type Report, starting } from "./support/npmStart";
import { childrenOf, ended } from "./support/processes";
import { discovered, signedIn } from "./support/relyingParty";
import { running } from "./support/running";

describe("npm start, the command", () => {
    const runs: NpmStart[] = [];
    const start = (args: readonly string[], program?: string) => {
        const path = program === undefined ? {} : { program: join(__dirname, "support", program) };
        const run = new NpmStart(args, path);
        runs.push(run);
        return run;
    };
    const ending = (args: readonly string[], program?: string) => start(args, program).ending;

    // Or what a failed test has begun would keep mocha from ending.
    afterEach(() => Promise.all(runs.splice(0).map((run) => run.end("SIGKILL"))));

    it("prints its options with --help and exits with 0", async () => {
        const { code, stdout, stderr } = await ending(["--help"]);
        expect([code, stderr]).to.deep.equal([0, ""]);
        for (const option of ["--stack", "--config", "--port", "--outputs", "--json", "--help"]) {
            expect(stdout).to.match(new RegExp(`^  ${option} `, "m"));
        }
        expect(stdout).to.contain("npm -s start -- --json");
    });

    it("refuses an option with 1 and a way out", async () => {
        expect(await ending(["--port", "80"])).to.deep.equal({
            code: 1,
            stdout: starting,
            stderr:
                "error: --port '80' is neither 0 nor a number from 1024 to 65534." +
                " Run: npm start -- --help\n",
        });
    });

    it("says what was thrown inside apply and exits with 1", async () => {
        const { code, stdout, stderr } = await ending(["--port", "0"], "throwsInApply.ts");
        expect(stderr).to.match(/^error: .*thrown inside apply\n$/);
        expect([code, stdout]).to.deep.equal([1, starting]);
    });

    it("says that the program waits for what never comes and exits with 1", async () => {
        const { code, stdout, stderr } = await ending(["--port", "0"], "neverEnds.ts");
        expect(stderr).to.equal(
            "error: The program ended before all of its resources were ready.\n",
        );
        expect([code, stdout]).to.deep.equal([1, starting]);
    });

    it("ends with npm, when npm is what the signal is for, silently, its children too", async () => {
        const args = ["start", "--silent", "--", "--json", "--port", "0"];
        const npm = spawn("npm", args, { detached: true });
        const printed = Promise.all([text(npm.stdout), text(npm.stderr)]);
        try {
            const [line] = (await once(npm.stdout, "data")) as [Buffer];
            const report = JSON.parse(line.toString()) as Report;
            const [person] = report.users;
            if (!person) throw new Error("There are no users.");
            // The first sign-in starts the trigger's process.
            await signedIn(await discovered(report), report, person);
            const [command = 0] = await childrenOf(npm.pid ?? 0);
            const children = await childrenOf(command);
            expect(children).not.to.deep.equal([]);
            npm.kill("SIGTERM");
            expect(await once(npm, "exit")).to.deep.equal([0, null]);
            expect(await printed).to.deep.equal([line.toString(), starting]);
            expect(await fetch(report.discoveryUrl).catch(() => "gone")).to.equal("gone");
            await Promise.all([command, ...children].map(ended));
        } finally {
            // What has outlived npm all the same.
            spawnSync("kill", ["-KILL", "--", `-${String(npm.pid)}`]);
        }
    });

    it("ends at Ctrl-C before it is ready with 0", async () => {
        const port = await freePort();
        const run = start(["--port", String(port)]);
        await until(() => listens(port));
        const { code, stdout, stderr } = await run.end("SIGINT");
        expect([code, stdout, stderr]).to.deep.equal([0, starting, ""]);
    });

    it("listens on loopback alone", async () => {
        const { issuer, page } = await running();
        const others = Object.values(networkInterfaces())
            .flat()
            .filter((address) => address?.internal === false && address.family === "IPv4")
            .map((address) => address?.address ?? "");
        // 127.0.0.2 is this machine too, and reaches what listens on all addresses.
        for (const host of ["127.0.0.2", ...others]) {
            for (const { port } of [new URL(issuer), new URL(page)]) {
                const response = await fetch(`http://${host}:${port}/`).catch(() => "nothing");
                expect(response, `${host}:${port}`).to.equal("nothing");
            }
        }
    });
});
