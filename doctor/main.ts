import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

import { CannotRun } from "./cannotRun";
import { type CommandLine, help, readCommandLine } from "./commandLine";
import { diagnosis } from "./diagnosis";
import { howToTake, readOutputs } from "./outputs";
import { Progress } from "./progress";
import { redaction } from "./redaction";
import { cleanFindings, countFindings, jsonReport, textReport } from "./report";
import { runChecks } from "./runner";
import { stackOutputs } from "./stackOutputs";

/** Examines a deployment and returns the exit code. */
async function examine(args: readonly string[]): Promise<number> {
    const commandLine = readCommandLine(args);
    if (commandLine.help) {
        process.stdout.write(help);
        return 0;
    }
    const outputs = readOutputs(...(await outputsText(commandLine)));
    const idToken = commandLine.idToken ? (await text(process.stdin)).trim() : undefined;
    if (idToken === "")
        throw new CannotRun("Standard input holds no ID token: --id-token - takes one from there.");

    const checks = diagnosis(outputs, idToken);
    const progress = new Progress(process.stderr, checks.length);
    const findings = await runChecks(checks, () => {
        progress.advance();
    });
    progress.end();

    const redact = redaction([outputs.clientSecret, idToken]);
    const clean = cleanFindings(findings, redact);
    process.stdout.write(commandLine.json ? jsonReport(clean) : textReport(clean));
    return countFindings(clean).failed > 0 ? 1 : 0;
}

/** The outputs as text, and what to call where they came from. */
async function outputsText({ stack, outputs = "-" }: CommandLine): Promise<[string, string]> {
    if (stack !== undefined) return [await stackOutputs(stack), `stack '${stack}'`];
    if (outputs === "-") return [await text(process.stdin), "standard input"];
    try {
        return [await readFile(outputs, "utf8"), outputs];
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new CannotRun(`${outputs} cannot be read (${code ?? "unknown"}).\n${howToTake}`);
    }
}

function complaint(error: unknown): string {
    if (error instanceof CannotRun) return error.message;
    return `the doctor itself failed: ${error instanceof Error ? (error.stack ?? "") : String(error)}`;
}

examine(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        process.stderr.write(`error: ${redaction([])(complaint(error))}\n`);
        process.exitCode = 2;
    },
);
