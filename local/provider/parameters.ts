import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

import { Refusal } from "./refusal";

/** The parameters of a request, of which none is repeated and none is empty. */
export type Parameters = Readonly<Partial<Record<string, string>>>;

/** Bytes that a form may have. */
const longestForm = 16 * 1024;

/**
 * Reads the query of a request.
 *
 * @throws {Refusal} When a parameter is repeated or not encoded as it should be. RFC 6749, section 3.1
 */
export function queryOf(c: Context): Parameters {
    return parameters(new URL(c.req.url).search.slice(1));
}

/**
 * Reads the form that a request carries.
 *
 * @throws {Refusal} When it carries something else, or what {@link queryOf} refuses
 */
export async function formOf(c: Context): Promise<Parameters> {
    const [type = ""] = (c.req.header("content-type") ?? "").split(";");
    if (type.trim().toLowerCase() !== "application/x-www-form-urlencoded") {
        throw new Refusal(415, "The request carries no form.");
    }
    return parameters(await c.req.text());
}

/** Makes what refuses a body that is longer than a form may be. */
export function bodyBound(): MiddlewareHandler {
    const limit = bodyLimit({
        maxSize: longestForm,
        onError: () => {
            throw new Refusal(413, "The request is too long.");
        },
    });
    return (c, next) => {
        const length = Number(c.req.header("content-length"));
        // bodyLimit makes a stream of the body, which costs as much as all else of a request.
        return length <= longestForm ? next() : limit(c, next);
    };
}

function parameters(text: string): Parameters {
    try {
        // URLSearchParams takes anything and puts what it cannot decode as it stands.
        decodeURIComponent(text);
    } catch {
        throw new Refusal(400, "The request's parameters are not encoded as they should be.");
    }
    const given = new URLSearchParams(text);
    const names = [...given.keys()];
    if (new Set(names).size < names.length) {
        throw new Refusal(400, "The request repeats a parameter.");
    }
    // Parameters without a value count as left out.
    return Object.fromEntries([...given].filter(([, value]) => value !== ""));
}
