import { spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { generateKeyPair, SignJWT } from "jose";

import { NpmStart, type Report } from "../local/support/npmStart";
import { type Figure, ratio } from "./figure";
import { signIn } from "./signIn";

/** Sign-ins, and pairs of signatures, in a turn. */
const signIns = 200;

/** Measures `npm start`: how long it takes to respond, how many sign-ins it does, its memory. */
export async function npmStart(): Promise<Figure[]> {
    const firstStart = await ratio(3, secondsToAnswerAtFirst, secondsToRequire);
    const start = await ratio(5, secondsToAnswer, secondsToRequire);
    const run = new NpmStart(["--json", "--port", "0"]);
    try {
        const report = await run.report();
        const against = (sign: Sign, atATime: number) =>
            ratio(
                15,
                () => signInsPerSecond(report, atATime),
                () => perSecond(signIns, () => twice(sign)),
            );
        const library = await librarySignature();
        // So that both sides are compiled before they are measured.
        await against(library, 8);
        const goal = { atLeast: 0.25 };
        return [
            {
                name: "second npm start to its first response, against a bare require of Pulumi's two SDKs",
                value: start,
                goal: { atMost: 2.2 },
            },
            {
                name: "the same for the first start, which transpiles everything",
                value: firstStart,
            },
            {
                name: "sign-ins one at a time, against two signatures",
                value: await against(library, 1),
                goal,
            },
            {
                name: "sign-ins eight at a time, against two signatures",
                value: await against(library, 8),
                goal,
            },
            {
                name: "sign-ins one at a time, against two signatures without the library",
                value: await against(plainSignature(), 1),
            },
            { name: "MB of resident memory of npm start", value: residentMegabytes(run.pid) },
        ];
    } finally {
        await run.end();
    }
}

/** Without the kept output, as after `npm ci`. */
function secondsToAnswerAtFirst(): Promise<number> {
    const kept = join(__dirname, "../../node_modules/.cache/flexai-oidc");
    rmSync(kept, { recursive: true, force: true });
    return secondsToAnswer();
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

type Sign = () => unknown;

const claims = { claims: "x".repeat(600) };

/** A signature as the try-out makes it, without anything around it. */
async function librarySignature(): Promise<Sign> {
    const { privateKey } = await generateKeyPair("RS256");
    return () => new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
}

/** The time of a bare signature in Node.js: no token, no other thread. */
function plainSignature(): Sign {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const data = Buffer.from(JSON.stringify(claims));
    return () => sign("RSA-SHA256", data, privateKey);
}

/** An ID token and an access token are two signatures. */
async function twice(sign: Sign): Promise<void> {
    await sign();
    await sign();
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
