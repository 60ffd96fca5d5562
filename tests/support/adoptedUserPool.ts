import type { ExistingUserPool } from "../../components/existingUserPool";
import { anna, runComponent } from "./component";
import { foundUserPool, userPoolId } from "./foundUserPool";
import type { Run } from "./program";

const { arn } = foundUserPool();

/** Runs the component with a user and a pool that is taken over. */
export function adopt(existing: Partial<ExistingUserPool> = {}): Promise<Run> {
    const found = { id: userPoolId, arn, domain: undefined, groupsToImport: [] };
    return runComponent({ users: [anna], existingUserPool: { ...found, ...existing } });
}
