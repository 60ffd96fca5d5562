import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { generateKeyPair, SignJWT } from "jose";

import { NpmStart, type Report } from "../tests/local/support/npmStart";
import { median, type Figure } from "./figure";
import { signIn } from "./signIn";

const signIns = 800;

/** Measures `npm start`: how long it takes to answer, how many sign-ins it does, its memory. */
export async function npmStart(): Promise<Figure[]> {
    const starts = [];
    for (let round = 0; round < 3; round++) {
        starts.push({ ours: await secondsToAnswer(), bare: secondsToRequire() });
    }
    const run = new NpmStart(["--json", "--port", "0"]);
    try {
        const report = await run.report();
        // So that both sides are compiled before they are measured.
        await signInsPerSecond(report, 8);
        await signaturePairsPerSecond();
        const bare = await signaturePairsPerSecond();
        const oneAtATime = (await signInsPerSecond(report, 1)) / bare;
        const eightAtATime = (await signInsPerSecond(report, 8)) / bare;
        const goal = { atLeast: 0.25 };
        return [
            {
                name: "npm start to its first answer, against a bare require of Pulumi's two SDKs",
                value:
                    median(starts.map(({ ours }) => ours)) / median(starts.map((one) => one.bare)),
                goal: { atMost: 3 },
            },
            { name: "sign-ins one at a time, against two signatures", value: oneAtATime, goal },
            { name: "sign-ins eight at a time, against two signatures", value: eightAtATime, goal },
            { name: "MB of resident memory of npm start", value: residentMegabytes(run.pid) },
        ];
    } finally {
        await run.end();
    }
}

async function secondsToAnswer(): Promise<number> {
    const start = performance.now();
    const run = new NpmStart(["--json", "--port", "0"]);
    const { discoveryUrl } = await run.report();
    await (await fetch(discoveryUrl)).text();
    const seconds = (performance.now() - start) / 1000;
    await run.end();
    return seconds;
}

function secondsToRequire(): number {
    const start = performance.now();
    spawnSync(process.execPath, ["-e", 'require("@pulumi/pulumi"); require("@pulumi/aws")']);
    return (performance.now() - start) / 1000;
}

/** An ID token and an access token are two signatures, here without anything around them. */
async function signaturePairsPerSecond(): Promise<number> {
    const { privateKey } = await generateKeyPair("RS256");
    const sign = () =>
        new SignJWT({ claims: "x".repeat(600) })
            .setProtectedHeader({ alg: "RS256" })
            .sign(privateKey);
    return perSecond(signIns, async () => {
        await sign();
        await sign();
    });
}

async function signInsPerSecond(report: Report, atATime: number): Promise<number> {
    const each = signIns / atATime;
    const rates = await Promise.all(
        Array.from({ length: atATime }, () => perSecond(each, () => signIn(report))),
    );
    return rates.reduce((sum, rate) => sum + rate, 0);
}

async function perSecond(times: number, action: () => Promise<void>): Promise<number> {
    const start = performance.now();
    for (let time = 0; time < times; time++) await action();
    return (times * 1000) / (performance.now() - start);
}

function residentMegabytes(pid: number): number {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(
        readFileSync(`/proc/${String(pid)}/status`, "utf8"),
    )?.[1];
    return Math.round(Number(kilobytes) / 1024);
}
