import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { createAdaptorServer } from "@hono/node-server";

import type { Outputs } from "../../../doctor/outputs";

/**
 * Answers a request in the provider's place, or leaves it to the provider.
 *
 * @param form - Fields of the form that the request carries
 */
export type Fault = (
    url: URL,
    form: URLSearchParams,
    ask: () => Promise<Response>,
) => Response | Promise<Response> | undefined;

/** A proxy before the provider, which can answer wrongly. */
export interface Proxy {
    /** The provider's outputs, with the proxy's origin. */
    readonly outputs: Outputs;
    /** What is wrong at present. */
    fault: Fault | undefined;
    readonly stop: () => Promise<void>;
}

/** Starts a proxy on loopback. */
export async function startProxy(provider: Outputs): Promise<Proxy> {
    const { origin: target } = new URL(provider.issuer);
    const server = createAdaptorServer({
        overrideGlobalObjects: false,
        fetch: async (request) => {
            const url = new URL(request.url);
            const body = await request.text();
            const ask = () => forwarded(target, url, request.method, body);
            return (await proxy.fault?.(url, new URLSearchParams(body), ask)) ?? ask();
        },
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const proxy: Proxy = {
        outputs: JSON.parse(JSON.stringify(provider).replaceAll(target, origin)) as Outputs,
        fault: undefined,
        stop: async () => {
            server.close();
            if ("closeAllConnections" in server) server.closeAllConnections();
            await once(server, "close");
        },
    };
    return proxy;
}

async function forwarded(
    target: string,
    { origin, pathname, search }: URL,
    method: string,
    body: string,
): Promise<Response> {
    const answer = await fetch(target + pathname + search, {
        method,
        redirect: "manual",
        ...(method === "POST" && { body: new URLSearchParams(body) }),
    });
    const location = answer.headers.get("location");
    return new Response((await answer.text()).replaceAll(target, origin), {
        status: answer.status,
        headers: {
            "content-type": answer.headers.get("content-type") ?? "",
            ...(location !== null && { location: location.replaceAll(target, origin) }),
        },
    });
}
