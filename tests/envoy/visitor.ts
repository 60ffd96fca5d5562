import { lookup } from "node:dns";
import { once } from "node:events";
import { request as http, type IncomingMessage } from "node:http";
import { request as https } from "node:https";
import type { LookupFunction } from "node:net";
import { text } from "node:stream/consumers";

/** A response, read to its end. */
export interface PageResponse {
    readonly url: URL;
    readonly status: number;
    readonly headers: IncomingMessage["headers"];
    readonly body: string;
}

/** A cookie as it was set. */
export interface Cookie {
    readonly value: string;
    /** Everything after the value. */
    readonly attributes: string;
    /** Milliseconds since 1970. */
    readonly endsAt: number;
}

/** A person's browser, as far as a sign-in needs one: redirects, forms, and cookies by host name. */
export class Visitor {
    readonly #jars = new Map<string, Map<string, Cookie>>();
    /** Every response, redirects included. */
    readonly responses: PageResponse[] = [];
    readonly #certificate: string;

    /** @param certificate - In PEM; the only one that is trusted */
    constructor(certificate: string) {
        this.#certificate = certificate;
    }

    /** Cookies of the site's first name. */
    get cookies(): Map<string, Cookie> {
        return this.cookiesOf("localhost");
    }

    /** Cookies of a host by name; a cookie belongs to every port of its host. */
    cookiesOf(hostname: string): Map<string, Cookie> {
        const jar = this.#jars.get(hostname) ?? new Map<string, Cookie>();
        this.#jars.set(hostname, jar);
        return jar;
    }

    /** Goes to an address and wherever it leads. */
    async visit(address: string | URL): Promise<PageResponse> {
        let response = await this.request(address);
        for (let hops = 0; response.headers.location !== undefined; hops++) {
            if (hops === 10) throw new Error(`${response.url.href} leads in circles.`);
            response = await this.request(new URL(response.headers.location, response.url));
        }
        return response;
    }

    /** Fills in the sign-in page, and goes wherever that leads. */
    async signIn(page: PageResponse, username: string, password: string): Promise<PageResponse> {
        const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1];
        if (csrf === undefined) throw new Error(`${page.url.href} is not a sign-in page.`);
        const form = new URLSearchParams({ _csrf: csrf, username, password });
        const response = await this.request(page.url, { form });
        const { location } = response.headers;
        return location === undefined ? response : this.visit(new URL(location, page.url));
    }

    /** Sends one request and keeps the cookies of the response. */
    async request(
        address: string | URL,
        options: {
            readonly form?: URLSearchParams;
            readonly headers?: Record<string, string>;
        } = {},
    ): Promise<PageResponse> {
        const url = new URL(address);
        const jar = this.cookiesOf(url.hostname);
        const cookie = [...jar]
            .filter(([, { endsAt }]) => endsAt > Date.now())
            .map(([name, { value }]) => `${name}=${value}`)
            .join("; ");
        const { form, headers } = options;
        const request = (url.protocol === "https:" ? https : http)(url, {
            agent: false,
            // As browsers do; the resolver of the system may not.
            ...(url.hostname.endsWith(".localhost") && { lookup: loopback }),
            ca: this.#certificate,
            method: form ? "POST" : "GET",
            headers: {
                ...(cookie === "" ? {} : { cookie }),
                ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
                ...headers,
            },
        });
        request.end(form?.toString());
        const [message] = (await once(request, "response")) as [IncomingMessage];
        for (const line of message.headers["set-cookie"] ?? []) keep(line, jar);
        const { statusCode: status = 0, headers: received } = message;
        const response = { url, status, headers: received, body: await text(message) };
        this.responses.push(response);
        return response;
    }
}

const loopback: LookupFunction = (_hostname, options, done) => {
    lookup("127.0.0.1", options, done);
};

function keep(line: string, jar: Map<string, Cookie>): void {
    const [, name = "", value = "", attributes = ""] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
    const maxAge = /;\s*max-age=(\d+)/i.exec(attributes)?.[1];
    const endsAt = maxAge === undefined ? Infinity : Date.now() + Number(maxAge) * 1000;
    if (/expires=thu, 01 jan 1970/i.test(attributes)) jar.delete(name);
    else jar.set(name, { value, attributes, endsAt });
}
