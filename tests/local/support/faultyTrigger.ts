import type * as oidc from "openid-client";

import type { TriggerFunction } from "../../../local/program/registeredTrigger";
import { type InProcess, registeredPool, startInProcess } from "./inProcess";
import { discovered, signedIn, tokensOf } from "./relyingParty";

/** The registered trigger, which does something else for users without a role. */
export async function faulty(
    fault: string,
    onRefreshOnly = false,
): Promise<Partial<TriggerFunction>> {
    const { trigger } = await registeredPool();
    const source = onRefreshOnly ? "event.triggerSource.endsWith('RefreshTokens')" : "true";
    const code = `${trigger?.code ?? ""}
        const registered = exports.handler;
        exports.handler = async (event, context) => {
            const { groupsToOverride: groups } = event.request.groupConfiguration;
            if (groups.length > 0 || !(${source})) return registered(event, context);
            ${fault}
        };`;
    return { code };
}

/** The statement with which a trigger returns these details of claims, scopes and groups. */
export function details(json: string): string {
    return `return { response: { claimsAndScopeOverrideDetails: ${json} } };`;
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

    /** The user with this role alone, or with none if it is `no-role`. */
    person(role: string) {
        const user = this.provider.users.find(
            ({ groups }) => (groups.join() || "no-role") === role,
        );
        if (!user) throw new Error(`There is no user with the role '${role}'.`);
        return user;
    }

    /** Signs a user in and returns the parameters of the callback. */
    async signIn(role: string): Promise<URLSearchParams> {
        const { configuration, provider } = this;
        const person = this.person(role);
        return (await signedIn(configuration, provider.registration, person)).url.searchParams;
    }

    /** Signs a user in and returns the tokens. */
    tokensOf(role: string) {
        return tokensOf(this.configuration, this.provider.registration, this.person(role));
    }

    /** Signs a user in and returns the roles in the ID token. */
    async rolesOf(role: string): Promise<unknown> {
        return (await this.tokensOf(role)).claims()?.["https://flexai.de/roles"];
    }

    /** Ends the provider and its trigger. */
    close(): Promise<void> {
        return this.provider.close();
    }
}
