import type { Outputs } from "../../../doctor/outputs";
import type { Fault } from "./proxy";

/** Something wrong with a deployment, and what doctor says of it. */
export interface FaultCase {
    readonly title: string;
    /** What is wrong with the answers. */
    readonly fault?: Fault;
    /** What is wrong with the outputs. */
    readonly outputs?: (outputs: Outputs) => Partial<Outputs>;
    /** Names of the checks that fail, and of no other. */
    readonly fails: readonly string[];
    /** What the first of them says. */
    readonly seen: RegExp;
    readonly advice: RegExp;
}

/** Answers a page. */
export function page(text: string, status = 200): Response {
    return new Response(text, { status, headers: { "content-type": "text/html" } });
}

/** Answers a redirect. */
export function redirect(location: string): Response {
    return new Response(null, { status: 302, headers: { location } });
}

/** Answers at one path, given by its end, and leaves the others alone. */
export function at(
    path: string,
    answer: (url: URL, form: URLSearchParams) => Response | undefined,
): Fault {
    return (url, form) => (url.pathname.endsWith(path) ? answer(url, form) : undefined);
}

/** The callback that a sign-in is asked for. */
export function redirectUriOf(url: URL): string {
    return url.searchParams.get("redirect_uri") ?? "";
}
