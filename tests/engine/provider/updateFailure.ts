import * as grpc from "@grpc/grpc-js";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";

import type { State } from "./resource";
import { type Properties, toWire } from "./wire";

/** Resources of the provider's plugin framework: a refused update leaves their state as it was. */
const framework = ["UserPoolClient", "ManagedLoginBranding", "LogDeliveryConfiguration"];

/**
 * Whether the state holds the new inputs of a resource after an update that AWS refused, so that the
 * next one finds nothing to do: seen with terraform-provider-aws 5.100.0, whose SDK saves the plan.
 */
export function keepsRefusedInputs(type: string): boolean {
    return !framework.some((kind) => type.endsWith(`:${kind}`));
}

/** The properties that a refresh cannot compare, because AWS does not return them: a function's code. */
export function unread({ code }: Properties): Properties {
    return code === undefined ? {} : { code };
}

/** An update that AWS refused, with the state that the provider returns all the same. */
export class UpdateFailure extends Error {
    constructor(
        message: string,
        private readonly left: State,
    ) {
        super(message);
    }

    /** The error of the engine's protocol. Source: `ErrorResourceInitFailed` of Pulumi's SDK. */
    status(secrets: readonly string[]): Partial<grpc.StatusObject> {
        const detail = new rpc.ErrorResourceInitFailed()
            .setId(this.left.id)
            .setInputs(toWire(this.left.inputs))
            .setProperties(toWire(this.left.state, secrets))
            .setReasonsList([this.message]);
        const any = new Any();
        any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
        const code = grpc.status.UNKNOWN;
        const status = new Status().setCode(code).setMessage(this.message).setDetailsList([any]);
        const metadata = new grpc.Metadata();
        metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
        return { code, details: this.message, metadata };
    }
}
