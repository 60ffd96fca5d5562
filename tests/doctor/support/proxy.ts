import type { StackOutputs } from "../../../components/stackOutputs";
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
    request: Request,
) => Response | Promise<Response> | undefined;

/** A proxy in front of the provider and of its company, which can respond wrongly. */
export class Proxy {
    /** What is wrong at present. */
    fault: Fault | undefined;
    /** The provider's outputs, with the proxy's origin. */
    outputs = {} as Outputs;
    readonly #servers: LoopbackServer[] = [];
    /** Origins of the proxy by those behind it. */
    readonly #origins = new Map<string, string>();

    /** @param report - Returns the outputs of a provider that runs, by default of the shared one */
    constructor(private readonly report: () => Promise<StackOutputs> = running) {}

    /** The provider behind the proxy, as the deployment of stack `prod`. */
    get deployment(): Deployment {
        return deploymentOf(this.outputs, { stack: "prod" });
    }

    async start(): Promise<void> {
        const provider = await this.report();
        // Its keys are made when they are first used, for which a busy machine takes longer than the doctor waits.
        await fetch(provider.jwksUri);
        const { companyLoginSetup: { issuer: company } = {} } = provider;
        await this.#standBefore(new URL(provider.issuer).origin);
        if (company !== undefined) await this.#standBefore(new URL(company).origin);
        this.outputs = JSON.parse(this.#translated(JSON.stringify(provider))) as Outputs;
    }

    async stop(): Promise<void> {
        await Promise.all(this.#servers.map((server) => server.close()));
    }

    async #standBefore(target: string): Promise<void> {
        const server = await listen(0);
        this.#servers.push(server);
        this.#origins.set(target, `http://127.0.0.1:${String(server.port)}`);
        server.serve(async (request) => {
            const url = new URL(request.url);
            const body = await request.text();
            const ask = () => this.#forwarded(target, url, request.method, body);
            return (await this.fault?.(url, new URLSearchParams(body), ask, request)) ?? ask();
        });
    }

    /** Puts the proxy's origins in place of those behind it, or the other way around. */
    #translated(text: string, back = false): string {
        return [...this.#origins].reduce((changed, [target, own]) => {
            const [from, to] = back ? [own, target] : [target, own];
            return changed
                .replaceAll(from, to)
                .replaceAll(encodeURIComponent(from), encodeURIComponent(to));
        }, text);
    }

    async #forwarded(
        target: string,
        { pathname, search }: URL,
        method: string,
        body: string,
    ): Promise<Response> {
        const response = await fetch(this.#translated(target + pathname + search, true), {
            method,
            redirect: "manual",
            ...(method === "POST" && { body: new URLSearchParams(body) }),
        });
        const location = response.headers.get("location");
        return new Response(this.#translated(await response.text()), {
            status: response.status,
            headers: {
                "content-type": response.headers.get("content-type") ?? "",
                ...(location !== null && { location: this.#translated(location) }),
            },
        });
    }
}

/** Has a proxy for the tests of a suite, without a fault at the start of each. */
export function useProxy(proxy = new Proxy()): Proxy {
    before(async () => {
        await proxy.start();
    });
    afterEach(() => {
        proxy.fault = undefined;
    });
    after(() => proxy.stop());
    return proxy;
}
