import { expect } from "chai";

import { authorizationUrl, get, serverLives } from "./support/requests";
import { useReport } from "./support/hooks";

describe("npm start refuses sign-ins", () => {
    const report = useReport();
    afterEach(() => serverLives(report));

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
                const address = authorizationUrl(report, change)
                    .replace("REGISTERED", encodeURIComponent(report.redirectUris[1] ?? ""))
                    .replace("/oauth2/authorize", path);
                const response = await get(address);
                expect(response.status).to.equal(400);
                expect(response.headers.get("location")).to.equal(null);
                expect(await response.text()).to.contain('role="alert"');
            });
        }
    }

    const refusals: [string, Record<string, string>, string][] = [
        ["an empty list of scopes", { scope: " " }, "invalid_request"],
        ["prompt=none and another", { prompt: "none login" }, "invalid_request"],
        ["an unknown prompt", { prompt: "toString" }, "invalid_request"],
        ["prompt=none without a session", { prompt: "none" }, "login_required"],
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
            "a malformed challenge",
            { code_challenge: "short", code_challenge_method: "S256" },
            "invalid_request",
        ],
        ["a method without a challenge", { code_challenge_method: "S256" }, "invalid_request"],
    ];
    for (const [what, change, error] of refusals) {
        it(`responds ${error} at the callback to ${what}`, async () => {
            const response = await get(authorizationUrl(report, change));
            expect(response.status).to.equal(302);
            const location = new URL(response.headers.get("location") ?? "");
            expect(location.origin + location.pathname).to.equal(report.redirectUris[1]);
            expect(location.searchParams.get("error")).to.equal(error);
            expect(location.searchParams.get("state")).to.equal("the state");
            expect(location.searchParams.get("code")).to.equal(null);
        });
    }

    const refusedScopes = ["openid admin", "aws.cognito.signin.user.admin", "openid phone"];
    for (const scope of refusedScopes) {
        it(`responds to the scope ${scope} as the live service does`, async () => {
            const { headers } = await get(authorizationUrl(report, { scope }));
            const { search } = new URL(headers.get("location") ?? "");
            expect(search).to.equal(
                "?error_description=invalid_scope&state=the+state&error=invalid_request",
            );
        });
    }

    for (const name of ["client_id", "redirect_uri"]) {
        it(`says that ${name} is missing`, async () => {
            const response = await get(authorizationUrl(report, { [name]: "" }));
            expect(await response.text()).to.contain(`The parameter ${name} is missing.`);
        });
    }

    for (const state of ["%", "%zz", "%ff"]) {
        it(`refuses ${state}, which encodes nothing, with a page`, async () => {
            const response = await get(`${authorizationUrl(report)}&nonce=${state}`);
            expect(response.status).to.equal(400);
        });
    }

    it("refuses a repeated parameter with a page", async () => {
        const response = await get(`${authorizationUrl(report)}&client_id=${report.clientId}`);
        expect(response.status).to.equal(400);
    });
});
