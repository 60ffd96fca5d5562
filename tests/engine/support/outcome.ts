import { AssertionError } from "chai";

import type { Operation } from "./engineStack";

/** @throws {AssertionError} When the operation was refused */
export async function accepted(operation: Promise<Operation>): Promise<Operation> {
    const done = await operation;
    if (done.refusal === undefined) return done;
    throw new AssertionError(`The operation was refused:\n${done.output || done.refusal}`);
}

/** @throws {AssertionError} When the operation succeeded */
export async function refused(operation: Promise<Operation>): Promise<Operation> {
    const done = await operation;
    if (done.refusal !== undefined) return done;
    throw new AssertionError(`The operation was not refused:\n${done.output}`);
}
