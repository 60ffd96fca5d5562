import { failed, type Finding, passed } from "../check";
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
    readonly progress: Pick<Progress, "show">;
    /** Stops the sign-in; the user is still deleted. */
    readonly signal: AbortSignal;
}

/** Milliseconds that the page has for each step. Cognito may wait three times 5 s for a trigger. */
const pageLimit = 30_000;

/**
 * Creates a throw-away user and a browser for a sign-in, and deletes the user in every case.
 *
 * @param run - Signs in, and returns what it found
 * @throws {CannotRun} Without a browser, AWS credentials, or the rights in docs/policies/sign-in.json
 * @throws The signal's reason, when it stopped the sign-in
 */
export async function withThrowAwayUser(
    { userPoolId, role, browser: path, progress, signal }: SignInSettings,
    run: (signIn: SignIn) => Promise<Finding[]>,
): Promise<Finding[]> {
    const pool = new UserPoolAdmin(userPoolId);
    const user = new ThrowAwayUser(pool);
    const executable = findBrowser(path);
    progress.show("looking for AWS credentials");
    await pool.checkCredentials();
    progress.show("starting the browser");
    const browser = await launchBrowser(executable);
    const end = () => void browser.close();
    signal.addEventListener("abort", end);
    const findings: Finding[] = [];
    let obstacle: Error | undefined;
    try {
        signal.throwIfAborted();
        progress.show("creating a throw-away user");
        await user.create(role);
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
