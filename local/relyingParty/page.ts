import type { StackOutputs } from "../../components/stackOutputs";
import { flexaiPaths } from "../../flexai/manual";
import type { TryOutUser } from "../tryOutUsers";
import type { Handler } from "../loopback";
import type * as app from "./app";
import type * as connection from "./connection";

/** What the page needs of the OpenID Provider. */
export interface RelyingPartyOptions {
    /** Origin of the page, such as `http://localhost:8401`. */
    readonly origin: string;
    /** The stack's outputs, with local hosts. */
    readonly outputs: StackOutputs;
    /** Users to show. */
    readonly users: readonly TryOutUser[];
}

/** Makes the page in flexAI's place, which is loaded with its first visit: the provider answers sooner. */
export function relyingPartyPage(options: RelyingPartyOptions): Handler {
    let page: ReturnType<typeof load> | undefined;
    return async (request) => (await (page ??= load(options))).fetch(request);
}

async function load({ origin, outputs, users }: RelyingPartyOptions) {
    /* eslint-disable @typescript-eslint/no-require-imports -- import() does not see ts-node */
    const { relyingPartyApp } = require("./app") as typeof app;
    const { Connection } = require("./connection") as typeof connection;
    /* eslint-enable @typescript-eslint/no-require-imports */
    const signOutUrl = new URL(outputs.signOutUrl);
    signOutUrl.searchParams.set("logout_uri", origin + flexaiPaths.signOut);
    return relyingPartyApp({
        origin,
        connection: await Connection.discover(outputs, origin + flexaiPaths.callback),
        rolesClaim: outputs.rolesClaim,
        signOutUrl: signOutUrl.href,
        users,
    });
}
