import { listen } from "../../local/loopback";

/** A form with these inputs, which is sent to `/login`. */
export function form(inputs: string, words = ""): Response {
    return page(
        `${words}<form method="post" action="/login">${inputs}<button type="submit">Next</button></form>`,
    );
}

/** A page with this body. */
export function page(body: string, status = 200): Response {
    const headers = { "content-type": "text/html" };
    return new Response(`<!doctype html><title>Sign in</title><body>${body}`, { status, headers });
}

/** A redirect to an address with these parameters. */
export function redirect(address: string, parameters: Readonly<Record<string, string>> = {}) {
    const location = new URL(address);
    for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
    return new Response(null, { status: 302, headers: { location: location.href } });
}

/** What stands in for managed login, and for flexAI. */
export interface ManagedLogin {
    /** Responds to a request; the parameters are those of its form or else its query. */
    respond: (url: URL, parameters: URLSearchParams) => Response;
    readonly authorizationEndpoint: string;
    /** Callback at a server of its own. */
    readonly redirectUri: string;
    /** Requests that flexAI got. */
    readonly flexaiRequests: readonly string[];
    readonly close: () => Promise<void>;
}

/** Starts two servers on loopback in the place of managed login and of flexAI. */
export async function startManagedLogin(): Promise<ManagedLogin> {
    const login = await listen(0);
    const flexai = await listen(0);
    const flexaiRequests: string[] = [];
    flexai.serve((request) => {
        flexaiRequests.push(request.url);
        return new Response("flexAI");
    });
    const managedLogin: ManagedLogin = {
        respond: () => page("not set"),
        authorizationEndpoint: `http://127.0.0.1:${String(login.port)}/oauth2/authorize`,
        redirectUri: `http://127.0.0.1:${String(flexai.port)}/oauth2/callback`,
        flexaiRequests,
        close: async () => {
            await login.close();
            await flexai.close();
        },
    };
    login.serve(async (request) => {
        const url = new URL(request.url);
        if (url.pathname === "/favicon.ico") return new Response(null, { status: 404 });
        const body = await request.text();
        const parameters = request.method === "POST" ? new URLSearchParams(body) : url.searchParams;
        return managedLogin.respond(url, parameters);
    });
    return managedLogin;
}
