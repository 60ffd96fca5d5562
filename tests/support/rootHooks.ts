import { config } from "chai";

import { expectQuiet } from "../local/support/running";

// What a command printed says why a test failed.
config.truncateThreshold = 0;

/** After the last test, or with `--parallel` after the last of each file. */
export const mochaHooks = { afterAll: expectQuiet };
