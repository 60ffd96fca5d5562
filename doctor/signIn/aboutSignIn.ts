import type { Finding } from "../check";
import type { Deployment } from "../deployment";

/** The check that a person can sign in, whose finding shows whether that was tried. */
export const signInName = "a throw-away user signs in on the real page";

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
            : ["Sign in yourself", new URL("/", redirectUris[0]).href];
    return `No sign-in was tried: nobody knows whether people get in. ${howTo}:\n  ${target}\n`;
}
