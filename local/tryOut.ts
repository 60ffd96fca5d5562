import type { StackOutputs } from "../components/stackOutputs";
import { tryOutUsers, type TryOutUser } from "./tryOutUsers";
import { evaluate, sampleAccountId } from "./program/evaluate";
import { refuseExistingUserPool } from "./existingUserPool";
import { listen } from "./loopback";
import { localOutputs } from "./outputs";
import { projectConfig } from "./program/projectConfig";
import { providerApp } from "./provider/app";
import { randomSecret } from "./secrets";
import { createSigningKeys } from "./provider/signingKeys";
import { relyingPartyPage } from "./relyingParty/page";
import { Trigger } from "./trigger/trigger";
import { readUserPool, theOnly, type UserPool } from "./program/registeredPool";
import { withTwin } from "./program/registeredClient";

/** What to try out. */
export interface TryOutOptions {
    readonly stack: string;
    /** Port of the provider; the page has the next one. 0 for any that are free. */
    readonly port: number;
    /** Settings by their full names, or without the project's. */
    readonly config: Readonly<Record<string, string>>;
    /** The program; by default `index.ts`. */
    readonly program?: () => unknown;
    /** Changes what the program registered, for tests. */
    readonly adapt?: (pool: UserPool) => Partial<UserPool>;
}

/** A provider and a page in flexAI's place, on loopback. */
export interface TryOut {
    /** Address to open. */
    readonly page: string;
    /** The stack's outputs, with the provider's origin in place of AWS's two. */
    readonly outputs: StackOutputs;
    /** Texts that are not to be shown, nor any output that holds one. */
    readonly secrets: readonly string[];
    readonly users: readonly TryOutUser[];
    /** Runs the trigger, if there is one. */
    readonly trigger: Trigger | undefined;
    readonly close: () => Promise<void>;
}

/**
 * Runs the program and stands in for what it would create in AWS.
 *
 * @throws {Error} When the settings name a user pool; what the program threw; with code `EADDRINUSE` when a port is taken
 */
export async function startTryOut(options: TryOutOptions): Promise<TryOut> {
    const { stack, port, program, adapt } = options;
    refuseExistingUserPool(projectConfig(stack, options.config));
    const closing: (() => Promise<void> | undefined)[] = [];
    const close = async () => {
        for (const end of closing.splice(0)) await end();
    };
    try {
        const provider = await listen(port);
        closing.push(() => provider.close());
        const page = await listen(port === 0 ? 0 : port + 1);
        closing.push(() => page.close());
        const origin = `http://127.0.0.1:${String(provider.port)}`;
        const pageOrigin = `http://localhost:${String(page.port)}`;
        // Made on other threads while this one is busy with the program.
        const keys = createSigningKeys();

        const evaluation = await evaluate({
            stack,
            seed: randomSecret(),
            ...projectConfig(stack, {
                hostname: new URL(pageOrigin).host,
                "aws:allowedAccountIds": [sampleAccountId],
                ...options.config,
            }),
            ...(program && { program }),
        });
        const registered = await readUserPool(evaluation);
        const client = withTwin(registered.client, pageOrigin);
        const pool: UserPool = { ...registered, client, ...adapt?.(registered) };
        const trigger = pool.trigger && new Trigger(pool.trigger);
        closing.push(() => Promise.resolve(trigger?.close()));
        const users = tryOutUsers(pool);
        provider.serve(providerApp({ pool, users, trigger, keys: await keys, origin }).fetch);

        const outputs = localOutputs(
            evaluation.outputs as unknown as StackOutputs,
            String(
                theOnly(evaluation.resources, "random:index/randomPassword:RandomPassword").state
                    .result,
            ),
            { issuer: `${origin}/${pool.id}`, provider: origin, page: pageOrigin },
        );
        const shown = users.filter(({ enabled }) => enabled);
        page.serve(relyingPartyPage({ origin: pageOrigin, outputs, users: shown }));
        const secrets = pool.client.secret === undefined ? [] : [pool.client.secret];
        return { page: `${pageOrigin}/`, outputs, secrets, users, trigger, close };
    } catch (error) {
        await close();
        throw error;
    }
}
