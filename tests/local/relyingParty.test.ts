import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";

import { expect } from "chai";

import { Browser } from "./support/browser";
import { userOf } from "./support/requests";
import { useReport } from "./support/hooks";

describe("the server of the page in flexAI's place", () => {
    const start = useReport();
    const ask = (path: string, init: RequestInit = {}) =>
        fetch(new URL(path, start.page), { redirect: "manual", ...init });

    for (const path of ["", "sign-in", "oauth2/callback", "oauth2/signout", "README.md", "none"]) {
        it(`allows no script, no frame, no cache and no other host on /${path}`, async () => {
            const { headers } = await ask(`/${path}`);
            const policy = headers.get("content-security-policy")?.split("; ");
            expect(policy).to.include.members([
                "default-src 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
            ]);
            expect(policy?.join().includes("unsafe")).to.equal(false);
            expect(headers.get("cache-control")).to.equal("no-store");
            expect(headers.get("x-content-type-options")).to.equal("nosniff");
            expect(headers.get("referrer-policy")).to.equal("no-referrer");
        });
    }

    it("asks for a sign-in with PKCE, state and nonce, new ones each time", async () => {
        const asked = async () => {
            const { headers } = await ask("/sign-in");
            return Object.fromEntries(new URL(headers.get("location") ?? "").searchParams);
        };
        const [one, other] = [await asked(), await asked()];
        expect(one).to.include({
            response_type: "code",
            scope: "email openid profile",
            code_challenge_method: "S256",
            redirect_uri: new URL("/oauth2/callback", start.page).href,
        });
        for (const name of ["state", "nonce", "code_challenge"]) {
            expect(one[name], name).to.match(/^[\w-]{43}$/);
            expect(one[name], name).not.to.equal(other[name]);
        }
    });

    it("hides cookies from scripts and other sites", async () => {
        const [cookie] = (await ask("/sign-in")).headers.getSetCookie();
        expect(cookie).to.match(/^flexai_page_sign_in_[\w-]{43}=begun; /);
        expect(cookie?.split("; ").slice(1).sort()).to.deep.equal([
            "HttpOnly",
            "Max-Age=3600",
            "Path=/",
            "SameSite=Lax",
        ]);
    });

    it("finishes a sign-in in each of two tabs, in any order, once, and in no other browser", async () => {
        const browser = new Browser();
        const begun = async () =>
            (await browser.request(new URL("/sign-in", start.page))).headers.get("location") ?? "";
        const tabs = [await begun(), await begun()];
        const callbacks: URL[] = [];
        for (const address of tabs) {
            callbacks.push(await new Browser().signIn(address, userOf(start, 0)));
        }
        const [first, second] = callbacks as [URL, URL];
        expect((await new Browser().request(second)).status).to.equal(400);
        expect((await browser.request(second)).status).to.equal(303);
        const signedIn = await browser.request(first);
        expect(signedIn.status).to.equal(303);
        const reloaded = await browser.request(first);
        expect([reloaded.status, reloaded.headers.get("location")]).to.deep.equal([303, "/"]);
        expect(reloaded.headers.getSetCookie()).to.deep.equal([]);
    });

    it("says that a sign-in has been used or began elsewhere", async () => {
        const html = await (await ask("/oauth2/callback?state=made-up&code=a")).text();
        expect(html).to.contain("has been used already, or began in another browser");
    });

    it("says that a sign-in took too long, when it knows only the cookie", async () => {
        const cookie = "flexai_page_sign_in_known=begun";
        const response = await ask("/oauth2/callback?state=known&code=a", { headers: { cookie } });
        expect(await response.text()).to.contain("took longer than 10 minutes");
    });

    it("says that a session has ended", async () => {
        const headers = { cookie: "flexai_page_session=of-yesterday" };
        const response = await ask("/", { headers });
        expect(await response.text()).to.contain("Your session has ended. Sign in again.");
        expect(response.headers.getSetCookie().join()).to.contain(
            "flexai_page_session=; Max-Age=0",
        );
    });

    it("ends its session with a sign-out and with another sign-in, and not only the cookie", async () => {
        const browser = new Browser();
        const session = async (index: number) => {
            const begun = await browser.request(new URL("/sign-in", start.page));
            const address = begun.headers.get("location") ?? "";
            const callback = await new Browser().signIn(address, userOf(start, index));
            const cookies = (await browser.request(callback)).headers.getSetCookie().join();
            return /flexai_page_session=[\w-]{43}/.exec(cookies)?.[0] ?? "";
        };
        const shows = async (cookie: string) =>
            /<title>(.*)<\/title>/.exec(
                await (await ask("/", { headers: { cookie } })).text(),
            )?.[1];
        const first = await session(0);
        expect(await shows(first)).to.equal("flexAI would let you in");
        const second = await session(3);
        expect(await shows(first)).to.equal("flexAI (stand-in)");
        expect(await shows(second)).to.equal("flexAI would refuse you");
        await browser.request(new URL("/oauth2/signout", start.page));
        expect(await shows(second)).to.equal("flexAI (stand-in)");
    });

    for (const site of ["cross-site", "same-site"]) {
        it(`refuses a form of a ${site} page`, async () => {
            const headers = {
                origin: "http://localhost:1",
                "sec-fetch-site": site,
                "content-type": "application/x-www-form-urlencoded",
            };
            expect((await ask("/refresh", { method: "POST", headers })).status).to.equal(403);
        });
    }

    it("refreshes nothing for somebody who is not signed in", async () => {
        const headers = { "sec-fetch-site": "same-origin" };
        const response = await ask("/refresh", { method: "POST", headers });
        expect(response.status).to.equal(303);
        expect(response.headers.get("location")).to.equal("/?ended");
        const start = await (await ask("/?ended")).text();
        expect(start).to.contain("Your session has ended.");
    });

    it("leads from another name of this machine to its own", async () => {
        const { port } = new URL(start.page);
        const response = await fetch(`http://127.0.0.1:${port}/sign-in?x=1`, {
            redirect: "manual",
        });
        expect(response.status).to.equal(302);
        expect(response.headers.get("location")).to.equal(`${start.page}sign-in?x=1`);
    });

    it("leads from another name of this machine to no other host, whatever the path", async () => {
        const { port } = new URL(start.page);
        for (const path of ["//evil.example/x", "/.//evil.example/x", "/x/..//evil.example"]) {
            // fetch would tidy the path.
            const { headers } = await rawGet(port, path);
            expect(new URL(headers.location ?? "").host, path).to.equal(new URL(start.page).host);
        }
    });

    it("is at both addresses of localhost", async () => {
        const { port } = new URL(start.page);
        const response = await fetch(`http://[::1]:${port}/`, { redirect: "manual" });
        expect(response.headers.get("location")).to.equal(start.page);
    });

    it("serves the documents with anchors, links to each other alone, and pictures", async () => {
        const html = await (await ask("/README.md")).text();
        expect(html).to.include("<details><summary>Source of a diagram</summary><pre");
        const tags = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => value);
        expect(tags(/<h2 id="([^"]+)"/g)).to.include("try-it-on-this-machine");
        expect(tags(/<a href="([^"]+)"/g))
            .to.include.members(["SECURITY.md", "docs/deploy.md#2-aws-credentials"])
            .and.not.include("LICENSE");
        expect(tags(/<img src="(.{29})/g)).to.deep.equal(
            Array(2).fill("data:image/png;base64,iVBORw0"),
        );
    });

    it("does not know other paths, and no other file", async () => {
        const files = ["docs/none.md", "docs/..%2fREADME.md", "..%2fpackage.json", "LICENSE"];
        for (const path of ["nowhere", "node_modules/hono/README.md", ...files]) {
            expect((await ask(`/${path}`)).status, path).to.equal(404);
        }
    });
});

async function rawGet(port: string, path: string): Promise<IncomingMessage> {
    const [response] = (await once(get({ host: "127.0.0.1", port, path }), "response")) as [
        IncomingMessage,
    ];
    response.resume();
    return response;
}
