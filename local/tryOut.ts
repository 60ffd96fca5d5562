import { tryOutUsers, type TryOutUser } from "./demoUsers";
import { evaluate } from "./evaluate";
import { refuseExistingUserPool } from "./existingUserPool";
import { type Outputs, withFlexaiConfig, withOrigins } from "./outputs";
import { projectConfig } from "./projectConfig";
import { randomSecret } from "./provider/secrets";
import { startProvider } from "./provider/server";
import { createSigningKeys } from "./provider/signingKeys";
import { startRelyingParty } from "./relyingParty/server";
import { Trigger } from "./trigger";
import { readUserPool, type UserPool } from "./userPool";
import { withTwin } from "./userPoolClient";

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
    readonly outputs: Outputs;
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
        const provider = await startProvider(port);
        closing.push(() => provider.close());
        const page = await startRelyingParty(port === 0 ? 0 : port + 1);
        closing.push(() => page.close());
        // Made on other threads while this one is busy with the program.
        const keys = createSigningKeys();

        const evaluation = await evaluate({
            stack,
            seed: randomSecret(),
            ...projectConfig(stack, { hostname: new URL(page.origin).host, ...options.config }),
            ...(program && { program }),
        });
        const registered = await readUserPool(evaluation);
        const client = withTwin(registered.client, page.origin);
        const pool: UserPool = { ...registered, client, ...adapt?.(registered) };
        const trigger = pool.trigger && new Trigger(pool.trigger);
        closing.push(() => Promise.resolve(trigger?.close()));
        const users = tryOutUsers(pool);
        provider.serve({ pool, users, trigger, keys: await keys });

        const addresses = withOrigins(evaluation.outputs, [
            [pool.issuer, `${provider.origin}/${pool.id}`],
            [pool.domainOrigin, provider.origin],
            // Where no other host is configured, flexAI is the page, which has no TLS.
            [page.origin.replace("http:", "https:"), page.origin],
        ]);
        const outputs = withFlexaiConfig(addresses, evaluation);
        page.connect({
            outputs,
            users: users
                .filter(({ enabled }) => enabled)
                .map(({ username, password, groups }) => ({ username, password, roles: groups })),
        });
        const secrets = pool.client.secret === undefined ? [] : [pool.client.secret];
        return { page: `${page.origin}/`, outputs, secrets, users, trigger, close };
    } catch (error) {
        await close();
        throw error;
    }
}
