import type { Overrides } from "../../support/program";
import type { AwsStore } from "../provider/awsStore";
import type { HeldResource } from "../provider/resource";
import { EngineStack } from "./engineStack";
import { type ExistingPool, place } from "./existingPool";
import { accepted } from "./outcome";
import { expectUnharmed } from "./unharmed";

/** A stack with settings, made before the first test of a suite and disposed of after the last. */
export function useStack(name: "dev" | "prod", settings: Overrides): EngineStack {
    return useMade(async () => {
        const stack = await EngineStack.create(name);
        stack.configure(settings);
        return stack;
    });
}

/** The same, deployed; `prepare` puts into AWS what is there before. */
export function useDeployedStack(
    name: "dev" | "prod",
    settings: Overrides,
    prepare: (store: AwsStore) => unknown = () => undefined,
): EngineStack {
    const stack = useStack(name, settings);
    before(async () => {
        prepare(stack.aws.store);
        await accepted(stack.up());
    });
    return stack;
}

/** A stack that is made otherwise. */
export function useMade(make: () => Promise<EngineStack>): EngineStack {
    const stack = Object.create(EngineStack.prototype) as EngineStack;
    before(async () => {
        Object.assign(stack, await make());
    });
    after(() => {
        stack.dispose();
    });
    return stack;
}

/**
 * Puts a team's user pool into the AWS of a stack, and expects after each test that all of it is as it
 * was. Returns what it consists of.
 */
export function useUnharmedPool(stack: EngineStack, pool: ExistingPool): readonly HeldResource[] {
    const held: HeldResource[] = [];
    before(() => {
        held.push(...place(stack.aws.store, pool));
    });
    afterEach(() => {
        expectUnharmed(stack.aws.store, held);
    });
    return held;
}
