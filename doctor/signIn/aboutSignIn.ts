import { CannotRun, type Finding } from "../check";
import type { Deployment } from "../deployment";

/** The check that a person can sign in, whose finding shows whether that was tried. */
export const signInName = "a throw-away user signs in on the real page";

/**
 * Checks that a throw-away user, which has a password, could sign in.
 *
 * @throws {CannotRun} In a try-out, and where a company's login is the only way in
 */
export function checkWayIn({ identityProvider, redirectUris, commands }: Deployment): void {
    if (commands.signIn.length > 0) return;
    const why =
        identityProvider === undefined
            ? "--sign-in creates a user in AWS, and these outputs are of npm start, which has its own"
            : "--sign-in creates a user with a password, and nobody signs in by password here: people" +
              ` sign in at ${identityProvider} alone (companyLogin.only)`;
    throw new CannotRun(
        [
            `${why}. Sign in yourself:`,
            homeOf(redirectUris),
            "To check the ID token of such a sign-in:",
            ...commands.checkToken,
        ].join("\n"),
    );
}

/** Says whether a sign-in was tried, which no count does, and if not, how to try one. */
export function aboutSignIn(
    findings: readonly Finding[],
    { redirectUris, commands }: Deployment,
): string {
    const index = findings.findIndex(({ name }) => name === signInName);
    const outcome = findings[index]?.outcome;
    if (outcome === "skipped") return "No sign-in was tried, because of what failed.\n";
    if (outcome !== undefined) {
        const hasFailed = findings.slice(index).some((finding) => finding.outcome === "failed");
        return `A sign-in was tried, and ${hasFailed ? "failed" : "worked"}.\n`;
    }
    const [howTo, target] =
        commands.signIn.length > 0
            ? ["To try one", commands.signIn.join("")]
            : ["Sign in yourself", homeOf(redirectUris)];
    return `No sign-in was tried: nobody knows whether people get in. ${howTo}:\n  ${target}\n`;
}

/** Address of flexAI's first page. */
function homeOf([first]: Deployment["redirectUris"]): string {
    return new URL("/", first).href;
}
