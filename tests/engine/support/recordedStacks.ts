import { join } from "node:path";

import type { ExistingPool } from "./existingPool";
import { manualPool } from "./existingPools";
import { anna, ben, clara } from "./people";

/** A stack whose state every release records for the later ones. */
export interface RecordedStack {
    readonly stack: "dev" | "prod";
    readonly settings: Readonly<Record<string, unknown>>;
    /** User pool that the stack takes over. */
    readonly pool?: ExistingPool;
}

/** The stacks that {@link stateFile} keeps, by name. */
export const recordedStacks: Readonly<Record<string, RecordedStack>> = {
    dev: { stack: "dev", settings: { hostname: "flexai", users: [anna, ben] } },
    prod: { stack: "prod", settings: { hostname: "flexai", users: [anna, ben] } },
    adopted: {
        stack: "prod",
        settings: { hostname: "flexai", users: [clara], existingUserPoolId: manualPool.id },
        pool: manualPool,
    },
};

/** Folder with one folder for each recorded version. */
export const statesFolder = join(__dirname, "..", "states");

/** The file that holds the state of a stack as a version of this project left it. */
export function stateFile(version: string, name: string): string {
    return join(statesFolder, version, `${name}.json`);
}
