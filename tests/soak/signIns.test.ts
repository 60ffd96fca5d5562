import { readdirSync, readFileSync } from "node:fs";

import { expect } from "chai";

import { Browser } from "../local/support/browser";
import { NpmStart } from "../local/support/npmStart";
import { discovered, signedIn } from "../local/support/relyingParty";
import * as oidc from "openid-client";

/** Sign-ins after which caches are warm and memory must stay where it is. */
const warmUp = 1000;
const signIns = 5000;
/** Megabytes that a process may grow by chance, such as by fragments. */
const slack = 20;

describe("npm start over 5,000 sign-ins", function () {
    this.timeout(30 * 60_000);
    const run = new NpmStart(["--json", "--port", "0"], {
        preload: "tests/soak/collectGarbage.js",
    });
    after(() => run.end());

    it("neither grows nor leaves a descriptor open", async () => {
        const report = await run.report();
        const configuration = await discovered(report);
        const memory: number[] = [];
        let descriptors = 0;
        for (let i = 0; i <= signIns; i++) {
            const person = report.users[i % report.users.length];
            if (!person) throw new Error("There are no users.");
            const browser = new Browser();
            const { url, checks } = await signedIn(configuration, report, person, { browser });
            const tokens = await oidc.authorizationCodeGrant(configuration, url, checks);
            await oidc.refreshTokenGrant(configuration, tokens.refresh_token ?? "");
            if (i === warmUp) descriptors = openDescriptors(run.pid);
            if (i % 500 === 0 && i >= warmUp) memory.push(await residentMegabytes(run.pid));
        }
        const half = Math.ceil(memory.length / 2);
        const growth = Math.min(...memory.slice(half)) - Math.min(...memory.slice(0, half));
        console.log(`    resident memory in MB every 500 sign-ins: ${memory.join(", ")}`);
        expect(growth, "growth in MB").to.be.lessThan(slack);
        // Connections that are kept alive come and go.
        expect(openDescriptors(run.pid)).to.be.at.most(descriptors + 5);
    });
});

function openDescriptors(pid: number): number {
    return readdirSync(`/proc/${String(pid)}/fd`).length;
}

/** Memory after garbage has been collected. */
async function residentMegabytes(pid: number): Promise<number> {
    process.kill(pid, "SIGUSR2");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
