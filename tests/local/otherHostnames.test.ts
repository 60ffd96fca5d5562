import { expect } from "chai";

import { deploymentOf } from "../../doctor/deployment";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { examine, namesOf } from "../doctor/support/examination";
import { get } from "./support/requests";

const hostname = "flexai.example.com";
const callbacks = (origin: string) =>
    ["/", "/oauth2/callback", "/oauth2/signout"].map((path) => origin + path);

describe("npm start with several names of flexAI", () => {
    let tryOut: TryOut;
    before(async () => {
        tryOut = await startTryOut({
            stack: "dev",
            port: 0,
            config: { otherHostnames: '["flexai.lan", "flexai:8443"]' },
        });
    });
    after(() => tryOut.close());

    const page = () => new URL(tryOut.page).origin;

    it("has the addresses of each in its outputs, this page's first", () => {
        const { redirectUris, signOutUrl, signOutUrls } = tryOut.outputs;
        const origins = [page(), "https://flexai.lan", "https://flexai:8443"];
        expect(redirectUris).to.deep.equal(origins.flatMap(callbacks));
        expect(
            signOutUrls.map((link) => new URL(link).searchParams.get("logout_uri")),
        ).to.deep.equal(origins.map((origin) => `${origin}/oauth2/signout`));
        expect(signOutUrl).to.equal(signOutUrls[0]);
    });

    it("signs out to each of them", async () => {
        for (const link of tryOut.outputs.signOutUrls) {
            const { status, headers } = await get(link);
            expect(status).to.equal(302);
            expect(headers.get("location")).to.equal(new URL(link).searchParams.get("logout_uri"));
        }
    });

    it("names the others on its page", async () => {
        expect(await (await get(tryOut.page)).text()).to.include(
            "addresses by the settings: https://flexai.lan, https://flexai:8443<",
        );
    });

    it("has the page as one more name when hostname is another host's", async () => {
        const other = await startTryOut({
            stack: "dev",
            port: 0,
            config: { hostname, otherHostnames: '["flexai.lan"]' },
        });
        try {
            expect(other.outputs.redirectUris).to.deep.equal(
                [`https://${hostname}`, "https://flexai.lan"].flatMap(callbacks),
            );
            expect(await (await get(other.page)).text()).to.include(
                `addresses by the settings: https://${hostname}, https://flexai.lan<`,
            );
        } finally {
            await other.close();
        }
    });

    it("has everything in order for doctor, which looks at the callbacks and the sign-out of each", async () => {
        const findings = await examine(deploymentOf(tryOut.outputs, { stack: "prod" }));
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "passed")).to.include.members([
            ...tryOut.outputs.redirectUris.map((uri) => `the callback ${uri} is accepted`),
            "the sign-out URL leads to /oauth2/signout of flexAI",
            "the sign-out URL of another name leads to https://flexai.lan/oauth2/signout",
            "the sign-out URL of another name leads to https://flexai:8443/oauth2/signout",
        ]);
    });

    it("lets doctor name the callbacks and the sign-out of a name that the client lacks", async () => {
        const { outputs } = tryOut;
        const redirectUris = [...outputs.redirectUris, ...callbacks("https://lost.lan")];
        const findings = await examine(
            deploymentOf({ ...outputs, redirectUris }, { stack: "prod" }),
        );
        expect(namesOf(findings, "failed")).to.deep.equal([
            ...callbacks("https://lost.lan").map((uri) => `the callback ${uri} is accepted`),
            "the sign-out URL of another name leads to https://lost.lan/oauth2/signout",
        ]);
    });
});
