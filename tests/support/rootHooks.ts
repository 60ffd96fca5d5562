import { config } from "chai";
import { readFileSync } from "node:fs";

import { expectQuiet, stopRunning } from "../local/support/running";

// What a command printed says why a test failed.
config.truncateThreshold = 0;

/**
 * Refuses to begin in an installation's copy, whose stack files have settings that the tests do not expect.
 *
 * @throws {Error} With the commands that run them elsewhere
 */
export function mochaGlobalSetup(): void {
    const names = ["Pulumi.dev.yaml", "Pulumi.prod.yaml"];
    const own = names.filter((name) => /^ *[^# ]*hostname/m.test(readFileSync(name, "utf8")));
    if (own.length === 0) return;
    throw new Error(
        `The tests expect ${names.join(" and ")} as they are shipped, and a host name is in ` +
            `${own.join(" and ")}. Run them in a copy without it, such as:\n\n` +
            "  git worktree add --detach ../flexai-oidc-tests upstream/main\n" +
            "  cd ../flexai-oidc-tests && npm ci && npm test\n",
    );
}

/** After the last test, or with `--parallel` after the last of each file. */
export const mochaHooks = { afterAll: expectQuiet };

/** At the end; with `--parallel` there is nothing to stop in this process, and the others are ended. */
export const mochaGlobalTeardown = stopRunning;
