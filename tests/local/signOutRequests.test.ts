import { expect } from "chai";

import { get, serverLives } from "./support/requests";
import { useReport } from "./support/hooks";

describe("npm start refuses sign-outs", () => {
    const report = useReport();
    afterEach(() => serverLives(report));

    const wrongSignOuts: [string, Record<string, string>, string?][] = [
        ["an unknown client", { client_id: "unknown" }],
        ["no client", { client_id: "" }, "The parameter client_id is missing."],
        ["an unregistered address", { logout_uri: "https://evil.example/" }],
        ["a callback URL", { logout_uri: "CALLBACK" }, "logout_uri is not registered"],
        ["no address", { logout_uri: "" }, "The parameter logout_uri is missing."],
        [
            "OIDC's parameter",
            { logout_uri: "", post_logout_redirect_uri: "SIGNOUT" },
            "logout_uri is missing. Cognito accepts these, not OIDC&#39;s post_logout_redirect_uri",
        ],
        ["an unregistered callback", { logout_uri: "", redirect_uri: "https://evil.example/" }],
    ];
    for (const [what, change, reason] of wrongSignOuts) {
        it(`shows an error page at a sign-out with ${what}`, async () => {
            const known: Record<string, string> = {
                CALLBACK: report.redirectUris[1] ?? "",
                SIGNOUT: report.redirectUris[2] ?? "",
            };
            const url = new URL(report.signOutUrl);
            for (const [name, value] of Object.entries(change)) {
                url.searchParams.set(name, known[value] ?? value);
            }
            const response = await get(url.href);
            expect(response.status).to.equal(400);
            expect(response.headers.get("location")).to.equal(null);
            if (reason !== undefined) expect(await response.text()).to.contain(reason);
        });
    }

    it("explains a sign-out by OIDC's parameters alone", async () => {
        const query = "id_token_hint=a&post_logout_redirect_uri=https://flexai.example.com/";
        const response = await get(`${report.endSessionEndpoint}?${query}`);
        expect(response.status).to.equal(400);
        expect(await response.text()).to.contain("client_id and logout_uri are missing.");
    });
});
