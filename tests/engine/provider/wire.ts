import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Properties of a resource, secrets unwrapped. */
export type Properties = Readonly<Record<string, unknown>>;

/** Key that marks Pulumi's special values. Source: its `resource/sig` package. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Reads properties off the wire. */
export function fromWire(struct: Struct | undefined): Properties {
    return struct ? (unwrap(struct.toJavaScript()) as Properties) : {};
}

/** Puts properties on the wire, those named in `secrets` as secrets. */
export function toWire(properties: Properties, secrets: readonly string[] = []): Struct {
    const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
    return Struct.fromJavaScript(
        Object.fromEntries(
            entries.map(([key, value]): [string, object] => [
                key,
                (secrets.includes(key)
                    ? { [signatureKey]: secretSignature, value }
                    : value) as object,
            ]),
        ),
    );
}

function unwrap(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(unwrap);
    if (typeof value !== "object" || value === null) return value;
    const fields = value as Properties;
    if (fields[signatureKey] === secretSignature) return unwrap(fields.value);
    return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, unwrap(field)]));
}
