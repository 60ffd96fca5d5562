import type { ExistingUserPool } from "../../components/adoptedUserPool";
import { anna, runComponent } from "./component";
import { foundUserPool, userPoolId } from "./foundUserPool";
import type { Run } from "./program";
import type { Registration } from "./registrations";

const { arn } = foundUserPool();

/** Runs the component with a user and a pool that is taken over. */
export function adopt(existing: Partial<ExistingUserPool> = {}): Promise<Run> {
    const found = { id: userPoolId, arn, domain: undefined, groupsToImport: [] };
    return runComponent({ users: [anna], existingUserPool: { ...found, ...existing } });
}

/** The one registration of its type, or of that name where there are several. */
export function registration({ registrations }: Run, type: string, name?: string): Registration {
    const found = registrations.filter(
        (one) => one.type === type && (name === undefined || one.name === name),
    );
    const [first] = found;
    if (!first || found.length > 1) throw new Error(`${String(found.length)} of ${type}`);
    return first;
}
