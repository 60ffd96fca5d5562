import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

import { Refusal } from "./refusedRequest";

/** The parameters of a request; none is repeated, none is empty. */
export type Parameters = Readonly<Partial<Record<string, string>>>;

/** Bytes of the longest form. */
const longestForm = 16 * 1024;

/**
 * Reads the query of a request.
 *
 * @throws {Refusal} When a parameter is repeated or badly encoded. RFC 6749, section 3.1
 */
export function queryOf(c: Context): Parameters {
    return parameters(new URL(c.req.url).search.slice(1));
}

/**
 * Reads the form in a request.
 *
 * @throws {Refusal} When the body is something else, or what {@link queryOf} refuses
 */
export async function formOf(c: Context): Promise<Parameters> {
    const [type = ""] = (c.req.header("content-type") ?? "").split(";");
    if (type.trim().toLowerCase() !== "application/x-www-form-urlencoded") {
        throw new Refusal(415, "The body of the request is not a form.");
    }
    return parameters(await c.req.text());
}

/** Middleware that rejects a body that is too long for a form. */
export function limitBody(): MiddlewareHandler {
    const limit = bodyLimit({
        maxSize: longestForm,
        onError: () => {
            throw new Refusal(413, "The request is too long.");
        },
    });
    return (c, next) => {
        const length = Number(c.req.header("content-length"));
        // bodyLimit reads the body as a stream, which costs as much as the rest of a request.
        return length <= longestForm ? next() : limit(c, next);
    };
}

function parameters(encoded: string): Parameters {
    try {
        // URLSearchParams accepts anything and keeps what it cannot decode.
        decodeURIComponent(encoded);
    } catch {
        throw new Refusal(400, "The parameters of the request are badly encoded.");
    }
    const decoded = new URLSearchParams(encoded);
    const names = [...decoded.keys()];
    if (new Set(names).size < names.length) {
        throw new Refusal(400, "The request repeats a parameter.");
    }
    // OAuth treats a parameter without a value as left out.
    return Object.fromEntries([...decoded].filter(([, value]) => value !== ""));
}
