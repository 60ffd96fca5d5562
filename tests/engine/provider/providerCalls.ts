import * as grpc from "@grpc/grpc-js";
import { version } from "@pulumi/aws/package.json";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { withAutoName } from "./autoNames";
import { differences } from "./differences";
import type { ResourceCalls } from "./resourceCalls";
import { UpdateFailure } from "./updateFailure";
import { checkFailure } from "./userPoolShape";
import { fromWire, type Properties, toWire } from "./wire";

/** What the providers mark as secret by themselves: of a client, and of what is random. */
export const secrets: readonly string[] = ["clientSecret", "base64", "hex", "result", "bcryptHash"];

/** The engine's protocol; what is not here is answered with "unimplemented". */
export function providerCalls(resources: ResourceCalls): grpc.UntypedServiceImplementation {
    return {
        handshake: unary(() => new rpc.ProviderHandshakeResponse()),
        attach: unary(() => new Empty()),
        cancel: unary(() => new Empty()),
        getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
        getSchema: unary(() => new rpc.GetSchemaResponse().setSchema("{}")),
        checkConfig: unary((request: rpc.CheckRequest) =>
            new rpc.CheckResponse().setInputs(request.getNews()),
        ),
        diffConfig: unary(() => new rpc.DiffResponse()),
        configure: unary((request: rpc.ConfigureRequest) => {
            const { region } = fromWire(request.getArgs());
            if (typeof region === "string") resources.region = region;
            return new rpc.ConfigureResponse().setSupportspreview(true);
        }),
        invoke: unary((request: rpc.InvokeRequest) =>
            new rpc.InvokeResponse().setReturn(
                toWire(resources.lookUp(request.getTok(), fromWire(request.getArgs()))),
            ),
        ),
        check: unary((request: rpc.CheckRequest) => {
            const { type, name } = named(request);
            const news = fromWire(request.getNews());
            const inputs = withAutoName(type, name, fromWire(request.getOlds()), news);
            const failure = checkFailure(type, news);
            if (failure !== undefined) {
                return new rpc.CheckResponse().setFailuresList([
                    new rpc.CheckFailure().setReason(failure),
                ]);
            }
            return new rpc.CheckResponse().setInputs(toWire(inputs));
        }),
        diff: unary((request: rpc.DiffRequest) => {
            const { diffs, replaces } = differences(
                request.getType(),
                fromWire(request.getOldInputs()),
                fromWire(request.getNews()),
                request.getIgnorechangesList(),
            );
            const { DIFF_NONE, DIFF_SOME } = rpc.DiffResponse.DiffChanges;
            return new rpc.DiffResponse()
                .setChanges(diffs.length > 0 ? DIFF_SOME : DIFF_NONE)
                .setDiffsList(diffs)
                .setReplacesList(replaces);
        }),
        create: unary((request: rpc.CreateRequest) => {
            const inputs = fromWire(request.getProperties());
            if (request.getPreview()) {
                return new rpc.CreateResponse().setProperties(state(inputs));
            }
            const created = resources.create(named(request), inputs);
            return new rpc.CreateResponse().setId(created.id).setProperties(state(created.state));
        }),
        read: unary((request: rpc.ReadRequest) => {
            const inputs = fromWire(request.getInputs());
            const olds = fromWire(request.getProperties());
            const found = resources.read(named(request), request.getId(), inputs, olds);
            if (!found) return new rpc.ReadResponse();
            return new rpc.ReadResponse()
                .setId(found.id)
                .setInputs(toWire(found.inputs))
                .setProperties(state(found.state));
        }),
        update: unary((request: rpc.UpdateRequest) => {
            const news = fromWire(request.getNews());
            const olds = fromWire(request.getOlds());
            const keys = new Set(Object.keys({ ...fromWire(request.getOldInputs()), ...news }));
            const { diffs } = differences(
                request.getType(),
                Object.fromEntries(Object.entries(olds).filter(([key]) => keys.has(key))),
                news,
                request.getIgnorechangesList(),
            );
            // The provider compares with the state, where a refused update has left its values.
            const updated =
                request.getPreview() || diffs.length === 0
                    ? { ...olds, ...news }
                    : resources.update(named(request), request.getId(), news).state;
            return new rpc.UpdateResponse().setProperties(state(updated));
        }),
        delete: unary((request: rpc.DeleteRequest) => {
            resources.delete(named(request), request.getId());
            return new Empty();
        }),
    };
}

function state(properties: Properties) {
    return toWire(properties, secrets);
}

function named(request: { getType(): string; getName(): string; getUrn(): string }) {
    return { type: request.getType(), name: request.getName(), urn: request.getUrn() };
}

function unary<Request, Response>(
    answer: (request: Request) => Response,
): grpc.handleUnaryCall<Request, Response> {
    return ({ request }, callback) => {
        try {
            callback(null, answer(request));
        } catch (error) {
            if (error instanceof UpdateFailure) {
                callback(error.status(secrets));
                return;
            }
            const details = error instanceof Error ? error.message : String(error);
            callback({ code: grpc.status.UNKNOWN, details });
        }
    };
}
