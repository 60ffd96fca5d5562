import { deploymentOf, type Deployment, type Outputs } from "../../../doctor/deployment";
import { listen, type LoopbackServer } from "../../../local/loopback";
import { running } from "../../local/support/running";

/**
 * Responds in the provider's place, or leaves it to the provider.
 *
 * @param form - Fields of the form that the request carries
 */
export type Fault = (
    url: URL,
    form: URLSearchParams,
    ask: () => Promise<Response>,
) => Response | Promise<Response> | undefined;

/** A proxy in front of the provider, which can respond wrongly. */
export class Proxy {
    /** What is wrong at present. */
    fault: Fault | undefined;
    /** The provider's outputs, with the proxy's origin. */
    outputs = {} as Outputs;
    #server: LoopbackServer | undefined;

    /** The provider behind the proxy, as the deployment of stack `prod`. */
    get deployment(): Deployment {
        return deploymentOf(this.outputs, { stack: "prod" });
    }

    async start(): Promise<void> {
        const provider = await running();
        const { origin: target } = new URL(provider.issuer);
        const server = await listen(0);
        this.#server = server;
        this.outputs = JSON.parse(
            JSON.stringify(provider).replaceAll(target, `http://127.0.0.1:${String(server.port)}`),
        ) as Outputs;
        server.serve(async (request) => {
            const url = new URL(request.url);
            const body = await request.text();
            const ask = () => forwarded(target, url, request.method, body);
            return (await this.fault?.(url, new URLSearchParams(body), ask)) ?? ask();
        });
    }

    async stop(): Promise<void> {
        await this.#server?.close();
    }
}

/** Has a proxy for the tests of a suite, without a fault at the start of each. */
export function useProxy(): Proxy {
    const proxy = new Proxy();
    before(async () => {
        await proxy.start();
    });
    afterEach(() => {
        proxy.fault = undefined;
    });
    after(() => proxy.stop());
    return proxy;
}

async function forwarded(
    target: string,
    { origin, pathname, search }: URL,
    method: string,
    body: string,
): Promise<Response> {
    const response = await fetch(target + pathname + search, {
        method,
        redirect: "manual",
        ...(method === "POST" && { body: new URLSearchParams(body) }),
    });
    const location = response.headers.get("location");
    return new Response((await response.text()).replaceAll(target, origin), {
        status: response.status,
        headers: {
            "content-type": response.headers.get("content-type") ?? "",
            ...(location !== null && { location: location.replaceAll(target, origin) }),
        },
    });
}
