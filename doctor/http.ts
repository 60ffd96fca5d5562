import { isObject, type JsonObject } from "../commandLine/json";
import { NoResponse, noResponse, timeLimit } from "./noResponse";

/** Characters of a response that are read; Cognito's sign-in page has fewer. */
export const longestResponse = 1_000_000;

/** How many redirects within an origin are followed. */
const mostRedirects = 5;

/** A response of a server, redirects not followed. */
export interface HttpResponse {
    /** Origin and path that were asked, without a query. */
    readonly address: string;
    readonly status: number;
    /** Where a redirect leads. */
    readonly location: URL | undefined;
    readonly body: string;
}

/**
 * Asks a server by GET or, with a form, by POST.
 *
 * @throws {NoResponse} When it does not respond in time, or at all
 */
export async function request(
    url: string | URL,
    form?: Readonly<Record<string, string>>,
): Promise<HttpResponse> {
    const { href, origin, pathname } = new URL(url);
    const address = origin + pathname;
    try {
        const response = await fetch(href, {
            redirect: "manual",
            signal: AbortSignal.timeout(timeLimit),
            ...(form && { method: "POST", body: new URLSearchParams(form) }),
        });
        const { status } = response;
        const location = response.headers.get("location");
        const isLink = isRedirect(status) && location !== null && URL.canParse(location, href);
        return {
            address,
            status,
            location: isLink ? new URL(location, href) : undefined,
            body: await bodyOf(response),
        };
    } catch (error) {
        throw noResponse(address, error);
    }
}

/**
 * Asks a server by GET, and follows its redirects within its own origin.
 *
 * @throws {NoResponse} When it does not respond in time, or at all
 */
export async function requestWithinOrigin(url: string | URL): Promise<HttpResponse> {
    const { origin } = new URL(url);
    let response = await request(url);
    for (let count = 0; count < mostRedirects; count++) {
        if (response.location?.origin !== origin) break;
        response = await request(response.location);
    }
    return response;
}

/** Parses a response that is a JSON object; `undefined` if it is not, or is malformed. */
export function jsonObject({ body }: HttpResponse): JsonObject | undefined {
    try {
        const value: unknown = JSON.parse(body);
        return isObject(value) ? value : undefined;
    } catch {
        return undefined;
    }
}

/** Whether a response was meant to be JSON, even if it is malformed or too long. */
export function isJson({ status, body }: HttpResponse): boolean {
    return status === 200 && (body.length > longestResponse || /^\s*[[{"]/.test(body));
}

/** Explains a response that says nothing about the deployment. */
export function foreignResponse(response: HttpResponse): NoResponse {
    return new NoResponse(
        response.address,
        "foreign",
        `${described(response)}, not a response of Cognito`,
    );
}

/** Describes a response by its status, or by where it leads and the error in that query. */
export function described({ status, location }: HttpResponse): string {
    if (!location) return `status ${String(status)}`;
    const { origin, pathname, searchParams } = location;
    const errors = ["error", "error_description"].flatMap((name) =>
        searchParams.getAll(name).map((value) => ` ${name}=${value}`),
    );
    return `a redirect to ${origin}${pathname}${errors.join("")}`;
}

/** Whether a response redirects to a page, whatever the query. */
export function leadsTo({ location }: HttpResponse, page: string): boolean {
    return location !== undefined && location.origin + location.pathname === page;
}

/** Whether a status may send a browser elsewhere. RFC 9110, section 15.4. */
function isRedirect(status: number): boolean {
    return [301, 302, 303, 307, 308].includes(status);
}

async function bodyOf({ body: stream }: Response): Promise<string> {
    let body = "";
    const decoder = new TextDecoder();
    for await (const chunk of (stream ?? []) as AsyncIterable<Uint8Array>) {
        body += decoder.decode(chunk, { stream: true });
        if (body.length > longestResponse) break;
    }
    return body;
}

/** Whether an address is on this machine. */
export function isLoopback({ hostname }: URL): boolean {
    return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
