import { request as httpRequest } from "node:http";

import { expect } from "chai";

import { Browser } from "./support/browser";
import type { Report } from "./support/npmStart";
import { running } from "./support/running";

describe("npm start, seen by browsers and clients that ask for what they may not", () => {
    let report: Report;
    let valid: Record<string, string>;
    const authorize = (query: Record<string, string>) =>
        `${report.authorizationEndpoint}?${new URLSearchParams(query).toString()}`;
    const get = (address: string, headers: Record<string, string> = {}) =>
        fetch(address, { redirect: "manual", headers });
    const userOf = (index: number) => {
        const user = report.users[index];
        if (!user) throw new Error("There is no such user.");
        return { username: user.username, password: user.password };
    };
    const signInPage = async () => {
        const browser = new Browser();
        return { browser, ...(await browser.open(authorize(valid))) };
    };
    const basic = () => {
        const { clientId, clientSecret } = report;
        return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    };
    const tokenRequest = (body: string, headers: Record<string, string> = {}) =>
        fetch(report.tokenEndpoint, {
            method: "POST",
            body,
            headers: {
                "content-type": "application/x-www-form-urlencoded",
                authorization: basic(),
                ...headers,
            },
        });
    const serverLives = async () => {
        expect((await get(report.discoveryUrl)).status).to.equal(200);
    };

    before(async function () {
        this.timeout(60_000);
        report = await running();
        valid = {
            client_id: report.clientId,
            redirect_uri: report.redirectUris[1] ?? "",
            response_type: "code",
            scope: "openid",
            state: "the state",
        };
    });
    afterEach(serverLives);

    const strangers: Record<string, Record<string, string>> = {
        "an unknown client": { client_id: "unknown" },
        "no client": { client_id: "" },
        "an unregistered callback": { redirect_uri: "https://evil.example/" },
        "a callback with more behind it": { redirect_uri: "REGISTERED/more" },
        "a callback with a query": { redirect_uri: "REGISTERED?a=b" },
        "a callback in capitals": { redirect_uri: "HTTP://LOCALHOST/" },
        "no callback": { redirect_uri: "" },
        "a script for a callback": { redirect_uri: "javascript:alert(1)" },
    };
    for (const path of ["/oauth2/authorize", "/login"]) {
        for (const [what, change] of Object.entries(strangers)) {
            it(`shows an error page at ${path} and sends nobody away with ${what}`, async () => {
                const query = { ...valid, ...change };
                query.redirect_uri = (query.redirect_uri ?? "").replace(
                    "REGISTERED",
                    valid.redirect_uri ?? "",
                );
                const address = authorize(query).replace("/oauth2/authorize", path);
                const answer = await get(address);
                expect(answer.status).to.equal(400);
                expect(answer.headers.get("location")).to.equal(null);
                expect(await answer.text()).to.contain('role="alert"');
            });
        }
    }

    const refusals: [string, Record<string, string>, string][] = [
        ["an unknown scope", { scope: "openid admin" }, "invalid_scope"],
        ["a scope of Cognito's API", { scope: "aws.cognito.signin.user.admin" }, "invalid_scope"],
        ["the scope phone", { scope: "openid phone" }, "invalid_scope"],
        ["the implicit flow", { response_type: "token" }, "unauthorized_client"],
        ["the hybrid flow", { response_type: "code id_token" }, "invalid_request"],
        ["a response type that every object has", { response_type: "toString" }, "invalid_request"],
        ["no response type", { response_type: "" }, "invalid_request"],
        [
            "a plain challenge",
            { code_challenge: "a".repeat(43), code_challenge_method: "plain" },
            "invalid_request",
        ],
        ["a challenge without a method", { code_challenge: "a".repeat(43) }, "invalid_request"],
        [
            "a challenge that is none",
            { code_challenge: "short", code_challenge_method: "S256" },
            "invalid_request",
        ],
        ["a method without a challenge", { code_challenge_method: "S256" }, "invalid_request"],
    ];
    for (const [what, change, error] of refusals) {
        it(`tells the client ${error} about ${what}`, async () => {
            const answer = await get(authorize({ ...valid, ...change }));
            expect(answer.status).to.equal(302);
            const location = new URL(answer.headers.get("location") ?? "");
            expect(location.origin + location.pathname).to.equal(valid.redirect_uri);
            expect(location.searchParams.get("error")).to.equal(error);
            expect(location.searchParams.get("state")).to.equal("the state");
            expect(location.searchParams.get("code")).to.equal(null);
        });
    }

    it("refuses a repeated parameter with a page", async () => {
        const answer = await get(`${authorize(valid)}&client_id=${report.clientId}`);
        expect(answer.status).to.equal(400);
    });

    it("says the same about a wrong password and an unknown user", async () => {
        const texts = [];
        for (const username of [userOf(0).username, "nobody-of-that-name"]) {
            const { browser, address, text } = await signInPage();
            const answer = await browser.submit(address, text, { username, password: "wrong" });
            expect(answer.status).to.equal(400);
            const page = await answer.text();
            expect(page)
                .to.contain('role="alert"')
                .and.to.contain("Incorrect username or password.");
            texts.push(page.replaceAll(/value="[^"]*"/g, ""));
        }
        expect(texts[0]).to.equal(texts[1]);
    });

    it("takes nobody without a password, nor with another user's", async () => {
        for (const password of ["", userOf(1).password]) {
            const { browser, address, text } = await signInPage();
            const { username } = userOf(0);
            const answer = await browser.submit(address, text, { username, password });
            expect(answer.status).to.equal(400);
        }
    });

    it("shows what is typed as text, not as markup", async () => {
        const { browser, address, text } = await signInPage();
        const username = '"><script>alert(1)</script>';
        const answer = await browser.submit(address, text, { username, password: "wrong" });
        expect(await answer.text()).not.to.contain("<script>");
    });

    it("refuses a sign-in form without its token, with another's, and without the cookie", async () => {
        const { browser, address, text } = await signInPage();
        const other = await signInPage();
        const forged = new URLSearchParams({ ...userOf(0), _csrf: "" });
        expect((await browser.submit(address, text, { ...userOf(0), _csrf: "" })).status).to.equal(
            403,
        );
        expect((await browser.submit(address, other.text, userOf(0))).status).to.equal(403);
        const answer = await fetch(address, { method: "POST", body: forged, redirect: "manual" });
        expect(answer.status).to.equal(403);
        expect((await browser.submit(address, text, userOf(0))).status).to.equal(302);
    });

    it("sends security headers with every answer", async () => {
        const answers = [
            await get(authorize(valid).replace("/oauth2/authorize", "/login")),
            await get(authorize(valid)),
            await get(report.discoveryUrl),
            await get(`${report.tokenEndpoint}/nowhere`),
            await tokenRequest(""),
        ];
        expect(answers.map(({ status }) => status)).to.deep.equal([200, 302, 200, 404, 400]);
        for (const { headers } of answers) {
            expect(headers.get("cache-control")).to.equal("no-store");
            expect(headers.get("referrer-policy")).to.equal("no-referrer");
            expect(headers.get("x-content-type-options")).to.equal("nosniff");
            expect(headers.get("content-security-policy"))
                .to.contain("default-src 'none'")
                .and.to.contain("frame-ancestors 'none'");
        }
    });

    it("lets the sign-in form lead to the callback's origin and to no other", async () => {
        const { response } = await signInPage();
        const policy = response.headers.get("content-security-policy") ?? "";
        const origin = new URL(report.page).origin;
        expect(policy).to.contain(`form-action 'self' ${origin};`);
    });

    it("keeps its cookies from scripts and foreign forms", async () => {
        const { browser, address, text, response } = await signInPage();
        const answer = await browser.submit(address, text, userOf(0));
        const cookies = [...response.headers.getSetCookie(), ...answer.headers.getSetCookie()];
        expect(cookies).to.have.length(2);
        for (const cookie of cookies)
            expect(cookie)
                .to.match(/HttpOnly/)
                .and.to.match(/SameSite=Lax/);
        expect(cookies[1]).to.match(/^cognito=.*Max-Age=3600/);
    });

    it("answers to loopback's own host names alone", async () => {
        const { port } = new URL(report.issuer);
        const status = (host: string) =>
            new Promise((resolve) => {
                const path = new URL(report.discoveryUrl).pathname;
                httpRequest({ host: "127.0.0.1", port, path, headers: { host } }, (answer) => {
                    answer.resume();
                    resolve(answer.statusCode);
                }).end();
            });
        expect(await status(`127.0.0.1:${port}`)).to.equal(200);
        expect(await status(`localhost:${port}`)).to.equal(200);
        expect(await status("rebound.example")).to.equal(421);
        expect(await status(`rebound.example:${port}`)).to.equal(421);
    });

    const wrongSignOuts: Record<string, Record<string, string>> = {
        "an unknown client": { client_id: "unknown" },
        "an unregistered address": { logout_uri: "https://evil.example/" },
        "a callback URL": { logout_uri: "CALLBACK" },
        "OIDC's parameter": { logout_uri: "", post_logout_redirect_uri: "SIGNOUT" },
    };
    for (const [what, change] of Object.entries(wrongSignOuts)) {
        it(`shows an error page at a sign-out with ${what}`, async () => {
            const known: Record<string, string> = {
                CALLBACK: report.redirectUris[1] ?? "",
                SIGNOUT: report.redirectUris[2] ?? "",
            };
            const url = new URL(report.signOutUrl);
            for (const [name, value] of Object.entries(change)) {
                url.searchParams.set(name, known[value] ?? value);
            }
            const answer = await get(url.href);
            expect(answer.status).to.equal(400);
            expect(answer.headers.get("location")).to.equal(null);
        });
    }

    const wrongTokenRequests: [string, string, number, string, Record<string, string>?][] = [
        ["no grant", "code=a", 400, "invalid_request"],
        ["no code", "grant_type=authorization_code", 400, "invalid_request"],
        ["no refresh token", "grant_type=refresh_token", 400, "invalid_request"],
        ["a repeated parameter", "grant_type=refresh_token&grant_type=a", 400, "invalid_request"],
        ["broken percent signs", "grant_type=authorization_code&code=%zz%", 400, "invalid_grant"],
        ["JSON", "{}", 415, "invalid_request", { "content-type": "application/json" }],
        [
            "a multipart form",
            "--a--",
            415,
            "invalid_request",
            { "content-type": "multipart/form-data" },
        ],
        ["a long body", "a".repeat(20_000), 413, "invalid_request"],
        [
            "no authentication",
            "grant_type=refresh_token",
            400,
            "invalid_client",
            { authorization: "" },
        ],
        [
            "another scheme",
            "grant_type=refresh_token",
            400,
            "invalid_client",
            { authorization: "Bearer a" },
        ],
        [
            "broken base64",
            "grant_type=refresh_token",
            400,
            "invalid_client",
            { authorization: "Basic %%%" },
        ],
        ["two authentications", "client_secret=a", 400, "invalid_request"],
        ["another client's id in the form", "client_id=a", 400, "invalid_client"],
    ];
    for (const [what, body, status, error, headers] of wrongTokenRequests) {
        it(`answers a token request with ${what} by ${String(status)} ${error}`, async () => {
            const answer = await tokenRequest(body, headers);
            expect(answer.status).to.equal(status);
            expect(await answer.json()).to.deep.equal({ error });
        });
    }

    it("stops reading a body without a length that grows too long", async () => {
        const chunk = new TextEncoder().encode("a".repeat(10_000));
        const body = new ReadableStream({
            start: (controller) => {
                for (let i = 0; i < 5; i++) controller.enqueue(chunk);
                controller.close();
            },
        });
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
        expect((await fetch(report.tokenEndpoint, init)).status).to.equal(413);
    });

    it("refuses a sign-in form that is too long, of another type or repeats a field", async () => {
        const { browser, address, text } = await signInPage();
        const long = { ...userOf(0), password: "a".repeat(20_000) };
        expect((await browser.submit(address, text, long)).status).to.equal(413);
        const post = async (type: string, body: string) => {
            const headers = { "content-type": type };
            return (await browser.request(address, { method: "POST", body, headers })).status;
        };
        expect(await post("text/plain", "username=a")).to.equal(415);
        expect(await post("application/x-www-form-urlencoded", "a=1&a=2")).to.equal(400);
    });

    it("refuses userInfo without a token and with a wrong one", async () => {
        expect((await get(report.userinfoEndpoint)).status).to.equal(400);
        const answer = await get(report.userinfoEndpoint, { authorization: "Bearer a.b.c" });
        expect(answer.status).to.equal(401);
        expect(answer.headers.get("www-authenticate")).to.contain("invalid_token");
    });

    it("answers what is not there with 404, and a head of 20 kB with 431", async () => {
        const origin = new URL(report.issuer).origin;
        expect((await get(`${origin}/%ff/..%2f`)).status).to.equal(404);
        expect((await get(`${origin}/?${"a".repeat(20_000)}`)).status).to.equal(431);
    });
});
