import type { StackOutputs } from "../components/openIdProvider";
import { flexaiConfig } from "../flexaiConfig";
import type { Evaluation } from "./evaluate";

/**
 * Puts other origins, with or without a path, into the addresses among the outputs, and into those
 * that an address carries as a parameter.
 *
 * @param replacements - Pairs of what to replace and what to put there
 */
export function withOrigins<Outputs extends object>(
    outputs: Outputs,
    replacements: readonly (readonly [string, string])[],
): Outputs {
    const replaced = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(replaced);
        if (typeof value !== "string") return value;
        return replacements.reduce(
            (text, [from, to]) =>
                replacedOrigin(
                    replacedOrigin(text, from, to),
                    encodeURIComponent(from),
                    encodeURIComponent(to),
                ),
            value,
        );
    };
    const all = Object.entries(outputs).map(([name, value]) => [name, replaced(value)]);
    return Object.fromEntries(all) as Outputs;
}

/** Replaces an origin where it ends, and not where it begins another, such as that of a longer port. */
function replacedOrigin(text: string, from: string, to: string): string {
    return text
        .split(from)
        .reduce((before, after) => before + (/^\w/.test(after) ? from : to) + after);
}

/** Writes flexAI's configuration anew, whose lines hold host names and ports apart. */
export function withFlexaiConfig(outputs: StackOutputs, { resources }: Evaluation): StackOutputs {
    const random = resources.find(
        ({ type }) => type === "random:index/randomPassword:RandomPassword",
    );
    if (!random) return outputs;
    const hmacSecret = String(random.state.result);
    return { ...outputs, flexaiConfig: flexaiConfig({ ...outputs, hmacSecret }) };
}
