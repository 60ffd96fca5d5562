import type { AddressInfo } from "node:net";
import { once } from "node:events";

import { createAdaptorServer } from "@hono/node-server";

import type * as app from "./app";
import type * as connection from "./connection";
import type { DemoUser } from "./signedOutPage";

/** What the page needs of the OpenID Provider. */
export interface RelyingPartyOptions {
    /** The stack's outputs, with local hosts. */
    readonly outputs: Readonly<Record<string, unknown>>;
    /** Users to show. */
    readonly users: readonly DemoUser[];
}

/** The page in flexAI's place, which has its port. */
export interface RelyingParty {
    /** Such as `http://localhost:3000`. */
    readonly origin: string;
    /** Begins to answer; the provider must be there. */
    connect(options: RelyingPartyOptions): void;
    /** Ends what is under way. */
    close(): Promise<void>;
}

type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Takes the page's port on loopback. The program is told its origin before there is a provider to
 * connect to.
 *
 * @param port - By default any that is free
 * @throws {Error} With code `EADDRINUSE` when the port is taken
 */
export async function startRelyingParty(port = 0): Promise<RelyingParty> {
    let handle: Handler = () => new Response("The OpenID Provider starts.\n", { status: 503 });
    const server = createAdaptorServer({
        fetch: (request) => handle(request),
        overrideGlobalObjects: false,
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
    return {
        origin,
        connect: (options) => {
            let page: ReturnType<typeof loadPage> | undefined;
            // With the first visit, so that the provider answers sooner.
            handle = async (request) => (await (page ??= loadPage(origin, options))).fetch(request);
        },
        close: async () => {
            server.close();
            if ("closeAllConnections" in server) server.closeAllConnections();
            await once(server, "close");
        },
    };
}

async function loadPage(origin: string, { outputs, users }: RelyingPartyOptions) {
    /* eslint-disable @typescript-eslint/no-require-imports -- import() does not see ts-node */
    const { relyingPartyApp } = require("./app") as typeof app;
    const { Connection } = require("./connection") as typeof connection;
    /* eslint-enable @typescript-eslint/no-require-imports */
    const provider = outputs as unknown as connection.OpenIdProviderOutputs;
    const signOutUrl = new URL(provider.signOutUrl);
    signOutUrl.searchParams.set("logout_uri", `${origin}/oauth2/signout`);
    return relyingPartyApp({
        origin,
        connection: await Connection.discover(provider, `${origin}/oauth2/callback`),
        rolesClaim: provider.rolesClaim,
        signOutUrl: signOutUrl.href,
        users,
    });
}
