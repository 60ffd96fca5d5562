import { expect } from "chai";

import type { Report } from "./support/npmStart";
import { get, serverLives } from "./support/requests";
import { running } from "./support/running";

describe("npm start, asked for sign-outs that are not registered", () => {
    let report: Report;
    before(async function () {
        this.timeout(60_000);
        report = await running();
    });
    afterEach(() => serverLives(report));

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
});
