import { CannotRun, type Finding } from "./check";
import { inputToken, missingToken } from "./checks/idTokenForm";
import { type Deployment, deploymentOf, readOutputs } from "./deployment";
import { diagnosis } from "./diagnosis";
import { checkCertificates } from "./environment";
import { readInput } from "./input";
import { help, type Options, readOptions } from "./options";
import { Progress } from "./progress";
import { outputsOfStack } from "./pulumi";
import { redaction } from "./redaction";
import { cleanFindings, countFindings, jsonReport, textReport } from "./report";
import { runChecks } from "./runner";
import { aboutSignIn, checkWayIn } from "./signIn/aboutSignIn";
import type { SignIn } from "./signIn/signInChecks";
import type * as signingIn from "./signIn/withThrowAwayUser";

/** The streams of a process, as `process` has them. */
export interface Streams {
    readonly stdin: AsyncIterable<Buffer>;
    readonly stdout: NodeJS.WritableStream;
    readonly stderr: ConstructorParameters<typeof Progress>[0];
}

/**
 * Runs the doctor as `npm run doctor -- ...` does.
 *
 * @returns The exit code
 */
export async function runDoctor(args: readonly string[], streams: Streams): Promise<number> {
    const progress = new Progress(streams.stderr);
    try {
        const options = readOptions(args);
        if (!options.help) return await examine(options, progress, streams);
        streams.stdout.write(help);
        return 0;
    } catch (error) {
        progress.end();
        streams.stderr.write(`error: ${redaction([])(complaint(error))}\n`);
        return error instanceof CannotRun ? error.exitCode : 2;
    }
}

function complaint(error: unknown): string {
    if (error instanceof CannotRun) return error.message;
    return `doctor itself failed: ${error instanceof Error ? (error.stack ?? "") : String(error)}`;
}

async function examine(
    options: Options,
    progress: Progress,
    { stdin, stdout }: Streams,
): Promise<number> {
    const aboutEnvironment = checkCertificates();
    const deployment = await readDeployment(options, progress, stdin);
    if (options.signIn) checkWayIn(deployment);
    const token = options.idToken ? await readIdToken(progress, stdin) : undefined;
    const secrets = [deployment.clientSecret, token];

    const run = (signIn?: SignIn): Promise<Finding[]> => {
        secrets.push(signIn?.user.password);
        const idToken =
            token === undefined ? missingToken(signIn !== undefined) : inputToken(token);
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
        ? await loadSignIn().withThrowAwayUser({ ...options.signIn, userPoolId, progress }, run)
        : await run();
    progress.end();

    const clean = cleanFindings([...aboutEnvironment, ...findings], redaction(secrets));
    const report = options.json
        ? jsonReport(clean)
        : textReport(clean, options.verbose) + aboutSignIn(clean, deployment);
    stdout.write(report);
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
    stdin: Streams["stdin"],
): Promise<Deployment> {
    if (stack !== undefined) {
        progress.show(`asking pulumi for the outputs of stack '${stack}'`);
        const json = await outputsOfStack(stack);
        return deploymentOf(readOutputs(json, `stack '${stack}'`, stack), { stack });
    }
    const source = outputs === "-" ? "standard input" : outputs;
    progress.show(`reading the outputs from ${source}`);
    const read = readOutputs(await readInput(outputs, stdin), source);
    return deploymentOf(read, outputs === "-" ? {} : { file: outputs });
}

async function readIdToken(progress: Progress, stdin: Streams["stdin"]): Promise<string> {
    progress.show("reading the ID token from standard input (Ctrl-D ends it)");
    const token = (await readInput("-", stdin)).trim();
    if (token === "") {
        throw new CannotRun("Standard input has no ID token: --id-token - reads one from there.");
    }
    return token;
}
