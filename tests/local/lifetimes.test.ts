import { expect } from "chai";
import type * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { type InProcess, registeredPool, startInProcess } from "./support/inProcess";
import { discovered, leadsTo, type Registration, signedIn, tokensOf } from "./support/relyingParty";
import { useRegisteredPool } from "./support/hooks";

describe("The lifetimes of npm start's provider", () => {
    const now = Date.now;
    const monotonic = performance.now.bind(performance);
    let provider: InProcess | undefined;
    const sleep = (seconds: number) => {
        const [passed, ticks] = [now(), monotonic()].map((time) => time + seconds * 1000);
        Date.now = () => passed ?? NaN;
        performance.now = () => ticks ?? NaN;
    };
    const wake = () => {
        Date.now = now;
        performance.now = monotonic;
    };
    const start = async () => {
        provider = await startInProcess();
        const [person] = provider.users;
        if (!person) throw new Error("There are no users.");
        const { registration } = provider;
        return { registration, person, configuration: await discovered(registration) };
    };

    useRegisteredPool();
    afterEach(async () => {
        wake();
        await provider?.close();
        provider = undefined;
    });

    it("let a code live for five minutes", async () => {
        const { registration, person, configuration } = await start();
        for (const [seconds, status] of [
            [295, 200],
            [301, 400],
        ] as const) {
            wake();
            const { url, checks } = await signedIn(configuration, registration, person);
            sleep(seconds);
            const response = await post(configuration, registration, {
                grant_type: "authorization_code",
                code: url.searchParams.get("code") ?? "",
                redirect_uri: registration.redirectUris[1] ?? "",
                code_verifier: checks.pkceCodeVerifier,
            });
            expect(response.status, `after ${String(seconds)} s`).to.equal(status);
        }
    });

    it("let a session live for an hour, from the sign-in that began it", async () => {
        const { registration, person, configuration } = await start();
        const browser = new Browser();
        await signedIn(configuration, registration, person, { browser });
        const leads = () => leadsTo(browser, configuration, registration);
        sleep(3595);
        expect(await leads()).to.equal("/oauth2/callback");
        sleep(3601);
        expect(await leads()).to.equal("/login");
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
