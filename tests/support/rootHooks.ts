import { expectQuiet } from "../local/support/running";

/** After the last test, or with `--parallel` after the last of each file. */
export const mochaHooks = { afterAll: expectQuiet };
