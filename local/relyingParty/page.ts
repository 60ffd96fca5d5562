import type { StackOutputs } from "../../components/stackOutputs";
import { originsOf } from "../../flexai/addresses";
import { flexaiPaths } from "../../flexai/manual";
import type { Handler } from "../loopback";
import { type AppOptions, relyingPartyApp } from "./app";
import { Connection } from "./connection";

/** What the page needs of the OpenID Provider. */
export interface RelyingPartyOptions extends Pick<
    AppOptions,
    "origin" | "users" | "invitations" | "alarm"
> {
    /** The stack's outputs, with local hosts. */
    readonly outputs: StackOutputs;
}

/** Makes the page in flexAI's place, for a provider that serves already. */
export async function relyingPartyPage({
    origin,
    outputs,
    users,
    invitations,
    alarm,
}: RelyingPartyOptions): Promise<Handler> {
    const signOutUrl = new URL(outputs.signOutUrl);
    signOutUrl.searchParams.set("logout_uri", origin + flexaiPaths.signOut);
    return relyingPartyApp({
        origin,
        connection: await Connection.discover(outputs, origin + flexaiPaths.callback),
        rolesClaim: outputs.rolesClaim,
        signOutUrl: signOutUrl.href,
        users,
        otherOrigins: originsOf(outputs.redirectUris).filter((other) => other !== origin),
        invitations,
        alarm,
    }).fetch;
}
