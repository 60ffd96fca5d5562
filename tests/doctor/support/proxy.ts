import type { Outputs } from "../../../doctor/outputs";
import { listen } from "../../../local/loopback";
import { running } from "../../local/support/running";

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

/** Starts a proxy on loopback before the provider that the tests share. */
export async function startProxy(): Promise<Proxy> {
    const provider = await running();
    const { origin: target } = new URL(provider.issuer);
    const server = await listen(0);
    const proxy: Proxy = {
        outputs: JSON.parse(
            JSON.stringify(provider).replaceAll(target, `http://127.0.0.1:${String(server.port)}`),
        ) as Outputs,
        fault: undefined,
        stop: () => server.close(),
    };
    server.serve(async (request) => {
        const url = new URL(request.url);
        const body = await request.text();
        const ask = () => forwarded(target, url, request.method, body);
        return (await proxy.fault?.(url, new URLSearchParams(body), ask)) ?? ask();
    });
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
