import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

import { AwsStore } from "./awsStore";
import { type Call, type Failure, ResourceCalls } from "./resourceCalls";
import { providerCalls } from "./providerCalls";

/**
 * A provider that Pulumi's engine talks to in place of the real ones, listening in this process. It
 * keeps what it is told to create in a store of its own.
 */
export class TestProvider {
    /** What the made-up AWS holds. */
    readonly store = new AwsStore();
    /** Every create, update and delete that reached AWS, in order; previews do not. */
    readonly calls: Call[] = [];
    /** What AWS refuses a creation or an update with, `undefined` where it does not. */
    failure: Failure = () => undefined;

    private readonly server = new grpc.Server();
    private port = 0;

    /** Starts to listen on a free port of this machine. */
    static async start(): Promise<TestProvider> {
        const provider = new TestProvider();
        const resources = new ResourceCalls(provider.store, provider.calls, (...call) =>
            provider.failure(...call),
        );
        provider.server.addService(ResourceProviderService, providerCalls(resources));
        provider.port = await new Promise<number>((resolve, reject) => {
            provider.server.bindAsync(
                "127.0.0.1:0",
                grpc.ServerCredentials.createInsecure(),
                (error, port) => {
                    if (error) reject(error);
                    else resolve(port);
                },
            );
        });
        return provider;
    }

    /** Value of the environment variable `PULUMI_DEBUG_PROVIDERS`. */
    get address(): string {
        return ["aws", "random"].map((name) => `${name}:${String(this.port)}`).join(",");
    }

    stop(): void {
        this.server.forceShutdown();
    }
}
