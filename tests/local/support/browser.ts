/** Somebody who signs in. */
export interface Person {
    readonly username: string;
    readonly password: string;
}

/** A browser without a window: keeps cookies by host and follows a redirect when it is told to. */
export class Browser {
    readonly #cookies = new Map<string, Map<string, string>>();

    /** One with the same cookies, which keeps those that this one loses. */
    copy(): Browser {
        const other = new Browser();
        for (const [host, jar] of this.#cookies) other.#cookies.set(host, new Map(jar));
        return other;
    }

    /** Sends a request with the cookies of its host and keeps those that come back. */
    async request(address: string | URL, init: RequestInit = {}): Promise<Response> {
        const { host } = new URL(address);
        const jar = this.#cookies.get(host) ?? new Map<string, string>();
        this.#cookies.set(host, jar);
        const headers = new Headers(init.headers);
        if (jar.size > 0) {
            headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
        }
        const response = await fetch(address, { ...init, headers, redirect: "manual" });
        for (const cookie of response.headers.getSetCookie()) {
            const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
            if (/max-age=0/i.test(cookie)) jar.delete(name);
            else jar.set(name, value);
        }
        return response;
    }

    /** Follows redirects within the provider and returns the address and the text of the page. */
    async open(address: string | URL): Promise<{ address: URL; response: Response; text: string }> {
        const response = await this.request(address);
        const location = response.headers.get("location");
        if (location?.startsWith("/")) return this.open(new URL(location, address));
        return { address: new URL(address), response, text: await response.text() };
    }

    /**
     * Follows redirects anywhere, as far as a page.
     *
     * @param end - Beginning of an address that is not asked for
     */
    async travel(
        address: string | URL,
        end: string,
        init: RequestInit = {},
    ): Promise<{ address: URL; text: string }> {
        if (String(address).startsWith(end)) return { address: new URL(address), text: "" };
        const response = await this.request(address, init);
        const text = await response.text();
        const location = response.headers.get("location");
        if (location === null) return { address: new URL(address), text };
        return this.travel(new URL(location, address), end);
    }

    /** Fills in the form of the sign-in page and returns the response. */
    async submit(
        address: URL,
        text: string,
        fields: Readonly<Record<string, string>>,
        headers: Readonly<Record<string, string>> = {},
    ): Promise<Response> {
        const csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? "";
        const body = new URLSearchParams({ _csrf: csrf, ...fields });
        return this.request(address, { method: "POST", body, headers });
    }

    /** Signs in and returns the address that the provider sends the browser back to. */
    async signIn(address: string | URL, { username, password }: Person): Promise<URL> {
        const page = await this.open(address);
        const response = await this.submit(page.address, page.text, { username, password });
        await response.arrayBuffer();
        return new URL(response.headers.get("location") ?? "about:blank");
    }
}
