import * as settings from "@pulumi/pulumi/runtime/settings";

// Gives each of Pulumi's clients connections of its own. grpc-js otherwise shares them in a process by
// address, so that an engine on the port of one that has ended is held to have ended as well: "No
// connection established. Last error: null". Pulumi's host is a process for each engine.
const options: unknown = Reflect.get(settings, "grpcClientOptions");
if (typeof options !== "object" || options === null) {
    throw new Error("Pulumi's SDK keeps the options of its clients elsewhere.");
}
Reflect.set(options, "grpc.use_local_subchannel_pool", 1);
