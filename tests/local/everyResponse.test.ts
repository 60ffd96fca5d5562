import { request as httpRequest } from "node:http";

import { expect } from "chai";

import { authorizationUrl, get, serverLives, tokenRequest } from "./support/requests";
import { useReport } from "./support/hooks";

describe("Every response of npm start", () => {
    const report = useReport();
    afterEach(() => serverLives(report));

    it("sends security headers with every response", async () => {
        const responses = [
            await get(authorizationUrl(report).replace("/oauth2/authorize", "/login")),
            await get(authorizationUrl(report)),
            await get(report.discoveryUrl),
            await get(`${report.tokenEndpoint}/nowhere`),
            await tokenRequest(report, ""),
        ];
        expect(responses.map(({ status }) => status)).to.deep.equal([200, 302, 200, 404, 400]);
        for (const { headers } of responses) {
            expect(headers.get("cache-control")).to.equal("no-store");
            expect(headers.get("referrer-policy")).to.equal("no-referrer");
            expect(headers.get("x-content-type-options")).to.equal("nosniff");
            expect(headers.get("content-security-policy"))
                .to.contain("default-src 'none'")
                .and.to.contain("frame-ancestors 'none'");
        }
    });

    it("responds to loopback's own host names alone", async () => {
        const { port } = new URL(report.issuer);
        const status = (host: string) =>
            new Promise((resolve) => {
                const path = new URL(report.discoveryUrl).pathname;
                httpRequest({ host: "127.0.0.1", port, path, headers: { host } }, (response) => {
                    response.resume();
                    resolve(response.statusCode);
                }).end();
            });
        expect(await status(`127.0.0.1:${port}`)).to.equal(200);
        expect(await status(`localhost:${port}`)).to.equal(200);
        expect(await status("rebound.example")).to.equal(421);
        expect(await status(`rebound.example:${port}`)).to.equal(421);
    });

    it("responds with 404 to what is not there, and with 431 to a head of 20 kB", async () => {
        const origin = new URL(report.issuer).origin;
        expect((await get(`${origin}/%ff/..%2f`)).status).to.equal(404);
        expect((await get(`${origin}/?${"a".repeat(20_000)}`)).status).to.equal(431);
    });
});
