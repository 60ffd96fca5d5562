import type { ExistingUserPool } from "../../components/existingUserPool";
import { anna, runComponent } from "./component";
import { foundUserPool, userPoolId } from "./foundUserPool";
import type { Run } from "./program";

/** A pool that is taken over, of which tests replace what they are about. */
export function existingUserPool(existing: Partial<ExistingUserPool> = {}): ExistingUserPool {
    return {
        id: userPoolId,
        arn: foundUserPool().arn,
        domain: undefined,
        groupsToImport: [],
        identityProviders: ["COGNITO"],
        writableAttributes: [],
        ...existing,
    };
}

/** Runs the component with a user and a pool that is taken over. */
export function adopt(existing: Partial<ExistingUserPool> = {}): Promise<Run> {
    return runComponent({ users: [anna], existingUserPool: existingUserPool(existing) });
}
