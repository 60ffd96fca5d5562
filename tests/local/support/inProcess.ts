import { listen } from "../../../local/loopback";
import { evaluate } from "../../../local/program/evaluate";
import { projectConfig, withDefaults } from "../../../local/program/projectConfig";
import { readUserPool, type UserPool } from "../../../local/program/registeredPool";
import { type TriggerFunction, withoutPackages } from "../../../local/program/registeredTrigger";
import { providerApp } from "../../../local/provider/app";
import { createSigningKeys } from "../../../local/provider/signingKeys";
import { Trigger } from "../../../local/trigger/trigger";
import { type TryOutUser, tryOutUsers } from "../../../local/tryOutUsers";
import type { Registration } from "./relyingParty";

/** A provider in the test's own process. */
export interface InProcess {
    readonly registration: Registration;
    readonly users: readonly TryOutUser[];
    readonly trigger: Trigger;
    /** What the trigger wrote to the terminal. */
    readonly log: readonly string[];
    readonly close: () => Promise<void>;
}

let registered: Promise<UserPool> | undefined;
const keys = createSigningKeys();

/** The pool that the program registers, read once. */
export function registeredPool(): Promise<UserPool> {
    const config = withDefaults(projectConfig("dev"), { hostname: "flexai.test" });
    registered ??= withoutPackages(() => evaluate({ stack: "dev", ...config })).then(readUserPool);
    return registered;
}

/** Starts a provider for the registered pool with something changed, or another trigger. */
export async function startInProcess(
    change: Partial<UserPool> = {},
    triggerChange: Partial<TriggerFunction> = {},
): Promise<InProcess> {
    const pool = { ...(await registeredPool()), ...change };
    if (!pool.trigger) throw new Error("The pool has no trigger.");
    const log: string[] = [];
    const trigger = new Trigger(
        { ...pool.trigger, ...triggerChange },
        { write: (words: string) => log.push(words) > 0 },
    );
    const users = tryOutUsers(pool);
    const server = await listen(0);
    const origin = `http://127.0.0.1:${String(server.port)}`;
    const home = "http://localhost:1/";
    server.serve(providerApp({ stack: "dev", pool, users, trigger, keys, origin, home }).fetch);
    return {
        registration: {
            issuer: `${origin}/${pool.id}`,
            authorizationEndpoint: `${origin}/oauth2/authorize`,
            clientId: pool.client.id,
            clientSecret: pool.client.secret ?? "",
            redirectUris: [...pool.client.callbackUrls],
        },
        users,
        trigger,
        log,
        close: async () => {
            trigger.close();
            await server.close();
        },
    };
}
