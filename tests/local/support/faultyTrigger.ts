import type * as oidc from "openid-client";

import type { TriggerFunction } from "../../../local/program/registeredTrigger";
import { type InProcess, registeredPool, startInProcess } from "./inProcess";
import { discovered, signedIn, tokensOf } from "./relyingParty";

/**
 * A trigger that does something else for the user without a role, once or as long as it lives, and
 * is the registered one for everybody else.
 */
export async function faulty(
    fault: string,
    onRefreshOnly = false,
): Promise<Partial<TriggerFunction>> {
    const { trigger } = await registeredPool();
    const source = onRefreshOnly ? "event.triggerSource.endsWith('RefreshTokens')" : "true";
    const text = `${trigger?.text ?? ""}
        const registered = exports.handler;
        exports.handler = async (event, context) => {
            if (event.userName !== "no-role" || !(${source})) return registered(event, context);
            ${fault}
        };`;
    return { text };
}

/** What a trigger does to answer with these details of claims, scopes and groups. */
export function details(given: string): string {
    return `return { response: { claimsAndScopeOverrideDetails: ${given} } };`;
}

/** A provider whose trigger a test has put there. */
export class FaultyProvider {
    private constructor(
        readonly provider: InProcess,
        readonly configuration: oidc.Configuration,
    ) {}

    /** Starts the registered pool's provider with a trigger that is different in this. */
    static async start(trigger: Partial<TriggerFunction>): Promise<FaultyProvider> {
        const provider = await startInProcess({}, trigger);
        return new FaultyProvider(provider, await discovered(provider.registration));
    }

    /** The user of that name. */
    person(username: string) {
        const user = this.provider.users.find((one) => one.username === username);
        if (!user) throw new Error(`There is no user '${username}'.`);
        return user;
    }

    /** Signs a user in and gives what comes back to the callback. */
    async signIn(username: string): Promise<URLSearchParams> {
        const { configuration, provider } = this;
        const person = this.person(username);
        return (await signedIn(configuration, provider.registration, person)).url.searchParams;
    }

    /** Signs a user in and gives the tokens. */
    tokensOf(username: string) {
        return tokensOf(this.configuration, this.provider.registration, this.person(username));
    }

    /** Signs a user in and gives the roles in the ID token. */
    async rolesOf(username: string): Promise<unknown> {
        return (await this.tokensOf(username)).claims()?.["https://flexai.de/roles"];
    }

    /** Ends the provider and its trigger. */
    close(): Promise<void> {
        return this.provider.close();
    }
}
