import { expect } from "chai";

import { callbackDifference } from "../../doctor/checks/flexaiCallback";

const names = ["flexai.example.com", "flexai.lan"];
const redirectUris = names.flatMap((name) =>
    ["/", "/oauth2/callback", "/oauth2/signout"].map((path) => `https://${name}${path}`),
);
const scheme = "X-Forwarded-Proto: https";
const host = "the header Host";
const path = "The path is of flexAI's own setup";

describe("Doctor compares the redirect URI of flexAI with the outputs", () => {
    for (const name of names) {
        it(`and accepts the callback of ${name}`, () => {
            const sent = `https://${name}/oauth2/callback`;
            expect(callbackDifference(sent, redirectUris)).to.equal(undefined);
        });
    }

    for (const [sent, causes, nearest] of [
        ["http://flexai.example.com/oauth2/callback", [scheme], names[0]],
        ["http://flexai.lan/oauth2/callback", [scheme], names[1]],
        ["https://10.0.0.5/oauth2/callback", [host], names[0]],
        ["https://flexai.example.com:8443/oauth2/callback", [host], names[0]],
        ["https://flexai.lan/callback", [path], names[1]],
        ["https://flexai.lan/oauth2/signout", [path], names[1]],
        ["https://flexai.lan/oauth2/callback?next=/", [path], names[1]],
        ["https://flexai.test/callback", [host, path], names[0]],
        ["http://flexai:8080/oauth2/callback", [scheme, host], names[0]],
        ["http://flexai:8080/callback", [scheme, host, path], names[0]],
        ["", [scheme, host, path], names[0]],
    ] as const) {
        it(`and says of '${sent}' what of ${nearest ?? ""} differs`, () => {
            const { expected, advice = "" } = callbackDifference(sent, redirectUris) ?? {};
            expect(expected).to.equal(`https://${nearest ?? ""}/oauth2/callback`);
            const named = [scheme, host, path].filter((cause) => advice.includes(cause));
            expect(named).to.deep.equal(causes);
            expect(advice).to.match(/ See docs\/broken\.md#redirect_mismatch$/);
        });
    }
});
