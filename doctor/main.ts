import { CannotRun, type Finding } from "./check";
import { inputToken, missingToken } from "./checks/idTokenForm";
import { type Deployment, deploymentOf, readOutputs } from "./deployment";
import { diagnosis } from "./diagnosis";
import { readInput } from "./input";
import { help, type Options, readOptions } from "./options";
import { Progress } from "./progress";
import { outputsOfStack } from "./pulumi";
import { redaction } from "./redaction";
import { cleanFindings, countFindings, jsonReport, textReport } from "./report";
import { runChecks } from "./runner";
import { interruption } from "./signIn/interruption";
import type { SignIn } from "./signIn/signInChecks";
import type * as signingIn from "./signIn/withThrowAwayUser";

/** Examines a deployment and returns the exit code. */
async function examine(options: Options, progress: Progress): Promise<number> {
    const deployment = await readDeployment(options, progress);
    const token = options.idToken ? await readIdToken(progress) : undefined;
    const secrets = [deployment.clientSecret, token];

    const run = (signIn?: SignIn): Promise<Finding[]> => {
        secrets.push(signIn?.user.password);
        const idToken = token === undefined ? missingToken(deployment) : inputToken(token);
        const checks = diagnosis(deployment, idToken, signIn);
        let done = 0;
        const show = () => {
            progress.show(`${String(done)} of ${String(checks.length)} checks done`);
        };
        show();
        return runChecks(checks, () => {
            done++;
            show();
        });
    };
    const { userPoolId } = deployment;
    const findings = options.signIn
        ? await loadSignIn().withThrowAwayUser(
              { ...options.signIn, userPoolId, progress, signal: interruption() },
              run,
          )
        : await run();
    progress.end();

    const clean = cleanFindings(findings, redaction(secrets));
    const report = options.json ? jsonReport(clean) : textReport(clean, options.verbose);
    process.stdout.write(report);
    const { failed, warnings } = countFindings(clean);
    return failed > 0 || (options.strict && warnings > 0) ? 1 : 0;
}

/** Loads AWS's library and the browser's: this costs a second, and only a sign-in needs them. */
function loadSignIn(): typeof signingIn {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    return require("./signIn/withThrowAwayUser") as typeof signingIn;
}

async function readDeployment(
    { stack, outputs = "-" }: Options,
    progress: Progress,
): Promise<Deployment> {
    if (stack !== undefined) {
        progress.show(`asking pulumi for the outputs of stack '${stack}'`);
        const json = await outputsOfStack(stack);
        return deploymentOf(readOutputs(json, `stack '${stack}'`, stack), stack);
    }
    progress.show(`reading the outputs from ${outputs === "-" ? "standard input" : outputs}`);
    const source = outputs === "-" ? "standard input" : outputs;
    return deploymentOf(readOutputs(await readInput(outputs), source), stack);
}

async function readIdToken(progress: Progress): Promise<string> {
    progress.show("reading the ID token from standard input (Ctrl-D ends it)");
    const token = (await readInput("-")).trim();
    if (token === "") {
        throw new CannotRun("Standard input has no ID token: --id-token - reads one from there.");
    }
    return token;
}

function complaint(error: unknown): string {
    if (error instanceof CannotRun) return error.message;
    return `doctor itself failed: ${error instanceof Error ? (error.stack ?? "") : String(error)}`;
}

async function main(args: readonly string[]): Promise<number> {
    const progress = new Progress(process.stderr);
    try {
        const options = readOptions(args);
        if (!options.help) return await examine(options, progress);
        process.stdout.write(help);
        return 0;
    } catch (error) {
        progress.end();
        process.stderr.write(`error: ${redaction([])(complaint(error))}\n`);
        return error instanceof CannotRun ? error.exitCode : 2;
    }
}

void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
});
