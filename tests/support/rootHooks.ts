import { config } from "chai";

import { expectQuiet, stopRunning } from "../local/support/running";

// What a command printed says why a test failed.
config.truncateThreshold = 0;

/** After the last test, or with `--parallel` after the last of each file. */
export const mochaHooks = { afterAll: expectQuiet };

/** At the end; with `--parallel` there is nothing to stop in this process, and the others are ended. */
export const mochaGlobalTeardown = stopRunning;
