import {
    binaryTag,
    CORE_SCHEMA,
    defineMappingTag,
    defineScalarTag,
    defineSequenceTag,
    loadAll,
    mapTag,
    mergeTag,
    NOT_RESOLVED,
    seqTag,
} from "js-yaml";

type Resolved<Value> = Value | typeof NOT_RESOLVED;

/**
 * Reads a document as Pulumi's CLI does, whose types are those of Go's `yaml.v3`: `0123` is octal, `<<`
 * merges, a time becomes a string, and an unknown tag means nothing.
 *
 * @throws {Error} Naming what is not valid, and where
 */
export function readYaml(source: string): unknown {
    // Go reads the first document only.
    return loadAll(source, { schema })[0];
}

function number(source: string): Resolved<number> {
    const [, sign, digits = ""] = /^([-+]?)(.*)$/.exec(source.replaceAll("_", "")) ?? [];
    const plain = digits.replace(/^0(?=[0-7]+$)/, "0o");
    const form = /^(?:0x[\da-f]+|0b[01]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i;
    return form.test(plain) ? Number(plain) * (sign === "-" ? -1 : 1) : NOT_RESOLVED;
}

/** Writes a time in Go's default format. */
function time(source: string): Resolved<string> {
    const padded = source.replace(/(?<![\d.])\d(?!\d)/g, "0$&");
    const [, day = "", separator = " ", clock = "00:00:00", fraction = "", zone] =
        /^(\d{4}-\d\d-\d\d)(?:([Tt ])(\d\d:\d\d:\d\d)(\.\d+)?(Z|[-+]\d\d:\d\d)?)?$/.exec(padded) ??
        [];
    const date = new Date(`${day}T${clock}Z`);
    const exists =
        !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T${clock}`);
    if (!exists || (separator === " ") !== (zone === undefined)) return NOT_RESOLVED;
    const offset = zone === "Z" ? undefined : zone?.replace(":", "");
    const place = offset === undefined ? "+0000 UTC" : `${offset} ${offset}`;
    return `${day} ${clock}${fraction} ${place}`;
}

function binary(source: string): Resolved<string> {
    const bytes = binaryTag.resolve(source, true, binaryTag.tagName);
    return bytes === NOT_RESOLVED ? bytes : Buffer.from(bytes).toString();
}

const standard = "tag:yaml.org,2002:";
const digits = "0123456789".split("");
const ofNumbers = { implicit: true, implicitFirstChars: ["-", "+", ".", ...digits] };
const loadOnly = { identify: () => false };
const ofAnyName = { ...loadOnly, matchByTagPrefix: true };

const schema = CORE_SCHEMA.withTags(
    mergeTag,
    defineScalarTag(`${standard}int`, { ...loadOnly, ...ofNumbers, resolve: number }),
    defineScalarTag(`${standard}float`, { ...loadOnly, ...ofNumbers, resolve: number }),
    defineScalarTag(`${standard}timestamp`, {
        ...loadOnly,
        implicit: true,
        implicitFirstChars: digits,
        resolve: time,
    }),
    defineScalarTag(`${standard}binary`, { ...loadOnly, resolve: binary }),
    defineScalarTag("", { ...ofAnyName, resolve: (source) => source }),
    defineSequenceTag("", { ...seqTag, ...ofAnyName }),
    defineMappingTag("", { ...mapTag, ...ofAnyName }),
);
