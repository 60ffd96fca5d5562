import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What a function made of one event. */
export interface Outcome {
    /** `response`, or `error` if the function threw or could not be loaded. */
    readonly kind: string;
    readonly body: unknown;
}

const prefix = "/2018-06-01/runtime/";

/**
 * Lambda's side of its Runtime API: it hands one event after the other to the function's runtime,
 * which polls for them, and receives what the function returns.
 */
export class RuntimeApi {
    private waiting: ServerResponse | undefined;
    private readonly events: { readonly id: string; readonly event: string }[] = [];
    private readonly outcomes = new Map<string, (outcome: Outcome) => void>();
    private invocations = 0;

    private constructor(private readonly server: Server) {
        server.on("request", (request, response) => void this.serve(request, response));
    }

    static async start(): Promise<RuntimeApi> {
        const api = new RuntimeApi(createServer().listen(0, "127.0.0.1"));
        await once(api.server, "listening");
        return api;
    }

    /** The value of `AWS_LAMBDA_RUNTIME_API`. */
    get address(): string {
        return `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
    }

    /** Invokes the function with an event, as JSON, and waits for what it returns. */
    invoke(event: unknown): Promise<Outcome> {
        const id = `00000000-0000-4000-8000-${String(++this.invocations).padStart(12, "0")}`;
        const outcome = new Promise<Outcome>((resolve) => this.outcomes.set(id, resolve));
        this.events.push({ id, event: JSON.stringify(event) });
        this.handOver();
        return outcome;
    }

    stop(): void {
        this.server.close();
        this.server.closeAllConnections();
    }

    private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const path = request.url?.replace(prefix, "") ?? "";
        if (path === "invocation/next") {
            this.waiting = response;
            this.handOver();
            return;
        }
        const body = JSON.parse(await text(request)) as unknown;
        response.writeHead(202, { "content-type": "application/json" }).end('{"status":"OK"}');
        const [, id, kind] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
        if (id !== undefined && kind !== undefined) this.outcomes.get(id)?.({ kind, body });
        // The function could not be loaded: no event will ever reach it.
        else for (const settle of this.outcomes.values()) settle({ kind: "error", body });
    }

    private handOver(): void {
        const next = this.waiting && this.events.shift();
        if (next === undefined) return;
        this.waiting?.writeHead(200, {
            "content-type": "application/json",
            "lambda-runtime-aws-request-id": next.id,
            "lambda-runtime-deadline-ms": String(Date.now() + 5000),
            "lambda-runtime-invoked-function-arn":
                "arn:aws:lambda:eu-central-1:123456789012:function:cognito-custom-roles-oidc-flexai",
        });
        this.waiting?.end(next.event);
        this.waiting = undefined;
    }
}
