import { expect } from "chai";
import type * as oidc from "openid-client";

import { jsonReport } from "../../local/report";
import { ExpiringStore } from "../../local/expiringStore";
import { sameSecret } from "../../local/secrets";
import { withOrigins } from "../../local/outputs";
import { withTwin } from "../../local/userPoolClient";
import { type InProcess, registeredPool, startInProcess } from "./support/inProcess";
import { discovered, type Registration, signedIn, tokensOf } from "./support/relyingParty";

describe("npm start's limits", () => {
    const now = Date.now;
    let provider: InProcess | undefined;
    const sleep = (seconds: number) => {
        const passed = now() + seconds * 1000;
        Date.now = () => passed;
    };
    const start = async () => {
        provider = await startInProcess();
        const [person] = provider.users;
        if (!person) throw new Error("There are no users.");
        const { registration } = provider;
        return { registration, person, configuration: await discovered(registration) };
    };

    before(async function () {
        this.timeout(60_000);
        await registeredPool();
    });
    afterEach(async () => {
        Date.now = now;
        await provider?.close();
        provider = undefined;
    });

    it("let a code live for five minutes", async () => {
        const { registration, person, configuration } = await start();
        for (const [seconds, status] of [
            [295, 200],
            [301, 400],
        ] as const) {
            Date.now = now;
            const { url, checks } = await signedIn(configuration, registration, person);
            sleep(seconds);
            const answer = await post(configuration, registration, {
                grant_type: "authorization_code",
                code: url.searchParams.get("code") ?? "",
                redirect_uri: registration.redirectUris[1] ?? "",
                code_verifier: checks.pkceCodeVerifier,
            });
            expect(answer.status, `after ${String(seconds)} s`).to.equal(status);
        }
    });

    it("let a refresh token live for as long as the client's", async () => {
        const { registration, person, configuration } = await start();
        const { client } = await registeredPool();
        const tokens = await tokensOf(configuration, registration, person);
        const form = () =>
            post(configuration, registration, {
                grant_type: "refresh_token",
                refresh_token: tokens.refresh_token ?? "",
            });
        sleep(client.lifetimes.refreshToken - 5);
        expect((await form()).status).to.equal(200);
        sleep(client.lifetimes.refreshToken + 1);
        expect((await form()).status).to.equal(400);
    });

    it("keep so many values at a time and no longer than they may live", () => {
        const store = new ExpiringStore<number>(10, 3);
        for (const value of [1, 2, 3, 4]) store.set(String(value), value);
        expect(store.size).to.equal(3);
        expect(["1", "2", "4"].map((id) => store.get(id))).to.deep.equal([undefined, 2, 4]);
        sleep(11);
        expect(store.get("4")).to.equal(undefined);
        store.set("5", 5);
        expect(store.size).to.equal(1);
    });

    it("give a value that is taken no second time", () => {
        const store = new ExpiringStore<number>(10);
        store.set("a", 1);
        expect([store.take("a"), store.take("a"), store.take(undefined)]).to.deep.equal([
            1,
            undefined,
            undefined,
        ]);
    });

    it("compare secrets of any length", () => {
        expect(sameSecret("a", "a")).to.equal(true);
        expect(sameSecret("a", "ab")).to.equal(false);
        expect(sameSecret("", "a")).to.equal(false);
    });

    it("let the client be at the page as well as at its host, by the same paths", async () => {
        const { client } = await registeredPool();
        const both = withTwin(client, "http://localhost:1");
        expect(both.callbackUrls).to.have.members([
            ...client.callbackUrls,
            ...["/", "/oauth2/callback", "/oauth2/signout"].map(
                (path) => `http://localhost:1${path}`,
            ),
        ]);
        expect(both.logoutUrls).to.have.members([
            ...client.logoutUrls,
            "http://localhost:1/oauth2/signout",
        ]);
    });

    it("read as seconds what the program says in units", async () => {
        const { client } = await registeredPool();
        expect(client.lifetimes).to.deep.equal({
            idToken: 3600,
            accessToken: 3600,
            refreshToken: 36000,
        });
    });

    it("put other origins into addresses and their parameters, and into nothing else", () => {
        const addresses = { a: "https://x/p?q=https%3A%2F%2Fx%2F", b: ["https://x/"] };
        const outputs = { ...addresses, c: 1, d: "x", e: "https://x1/" };
        expect(withOrigins(outputs, [["https://x", "http://y:1"]])).to.deep.equal({
            a: "http://y:1/p?q=http%3A%2F%2Fy%3A1%2F",
            b: ["http://y:1/"],
            c: 1,
            d: "x",
            e: "https://x1/",
        });
    });

    it("print one line for scripts", async () => {
        const { users, trigger } = (provider = await startInProcess());
        const outputs = { issuer: "i" };
        const close = () => Promise.resolve();
        const line = jsonReport({ page: "p", outputs, secrets: [], users, trigger, close });
        expect(line).not.to.contain("\n");
        const { users: people, ...rest } = JSON.parse(line) as Record<string, unknown>;
        expect(rest).to.deep.equal({ issuer: "i", page: "p" });
        expect((people as object[])[0]).to.have.all.keys("username", "password", "roles");
    });
});

/** Asks the token endpoint without a client library, whose clock is moved as well. */
function post(
    configuration: oidc.Configuration,
    { clientId, clientSecret }: Registration,
    form: Readonly<Record<string, string>>,
): Promise<Response> {
    return fetch(configuration.serverMetadata().token_endpoint ?? "", {
        method: "POST",
        body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
    });
}
