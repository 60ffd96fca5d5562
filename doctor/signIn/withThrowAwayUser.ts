import { constants } from "node:os";

import { CannotRun, failed, type Finding, passed } from "../check";
import type { Progress } from "../progress";
import { findBrowser, launchBrowser } from "./browser";
import type { SignIn } from "./signInChecks";
import { ThrowAwayUser } from "./throwAwayUser";
import { UserPoolAdmin } from "./userPoolAdmin";

/** What a sign-in needs. */
export interface SignInSettings {
    readonly userPoolId: string;
    readonly role: string | undefined;
    /** Path of the browser; by default one that is found. */
    readonly browser: string | undefined;
    /** Whether the browser has a window. */
    readonly show: boolean;
    readonly progress: Pick<Progress, "show">;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal asked the process to end, as Ctrl-C does. */
class Interrupted extends CannotRun {
    /** As shells have it of a process that the signal ended. */
    override readonly exitCode: number;

    constructor(signal: (typeof signals)[number]) {
        super(`stopped by ${signal}`);
        this.exitCode = 128 + constants.signals[signal];
    }
}

/** Milliseconds that the page has for each step. Cognito may wait three times 5 s for a trigger. */
const pageLimit = 30_000;

/**
 * Creates a throw-away user and a browser for a sign-in, and deletes the user in every case, signals
 * included.
 *
 * @param run - Signs in, and returns what it found
 * @throws {CannotRun} Without a browser, AWS credentials, or the rights in docs/policies/user-management.json,
 *   and when a signal stopped the sign-in
 */
export async function withThrowAwayUser(
    { userPoolId, role, browser: path, show, progress }: SignInSettings,
    run: (signIn: SignIn) => Promise<Finding[]>,
): Promise<Finding[]> {
    const signal = interruption();
    const pool = new UserPoolAdmin(userPoolId);
    const user = new ThrowAwayUser(pool);
    const executable = findBrowser(path);
    progress.show("looking for AWS credentials");
    await pool.checkCredentials();
    progress.show("starting the browser");
    const browser = await launchBrowser(executable, show);
    const end = () => void browser.close();
    signal.addEventListener("abort", end);
    const findings: Finding[] = [];
    let obstacle: Error | undefined;
    try {
        signal.throwIfAborted();
        progress.show("creating a throw-away user");
        await user.create();
        progress.show("looking for users that earlier runs left");
        const count = await user.deleteAbandoned();
        const seen = count === 0 ? "there was none" : `${String(count)} deleted`;
        findings.push(finding("no throw-away user of an earlier run is left", passed(seen)));
        signal.throwIfAborted();
        findings.push(...(await run({ user, role, page: await browser.newPage(), pageLimit })));
    } catch (error) {
        obstacle = error as Error;
    }
    signal.removeEventListener("abort", end);
    await browser.close();
    progress.show("deleting the throw-away user");
    const deletion = await deletionOf(user);
    // Whatever failed because the browser ended, the signal is the reason.
    if (signal.aborted) obstacle = signal.reason as Error;
    if (!obstacle) return [...findings, deletion];
    if (deletion.outcome === "failed") {
        obstacle.message += `\n${[deletion.advice, ...deletion.commands].join("\n")}`;
    }
    throw obstacle;
}

/** Turns the signals that would end the process, however often they come, into an abort. */
function interruption(): AbortSignal {
    const controller = new AbortController();
    for (const signal of signals) {
        process.on(signal, () => {
            controller.abort(new Interrupted(signal));
        });
    }
    return controller.signal;
}

async function deletionOf(user: ThrowAwayUser): Promise<Finding> {
    const name = "the throw-away user is deleted";
    try {
        await user.delete();
        return finding(name, passed(user.username));
    } catch (error) {
        const { message } = error as Error;
        const command = user.deletionCommand;
        return finding(
            name,
            failed("no such user", `${user.username} is left`, message, [command]),
        );
    }
}

function finding(name: string, result: ReturnType<typeof passed | typeof failed>): Finding {
    return { name, ...result };
}
