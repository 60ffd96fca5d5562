import { expect } from "chai";
import { decodeJwt } from "jose";
import * as oidc from "openid-client";

import { startTryOut, type TryOut } from "../../local/tryOut";
import { Browser } from "./support/browser";
import { colleague, post, rolesIn, visitCompany } from "./support/companyVisit";
import { discovered, tokensOf } from "./support/relyingParty";

const roles = { "flexai-manager": ["Broadcast-Admins"], "flexai-editor": ["Audio", "Video"] };

describe("npm start with a company's login", () => {
    let tryOut: TryOut;
    let company: string;
    before(async () => {
        const config = { companyLogin: JSON.stringify({ name: "Contoso", roles }) };
        tryOut = await startTryOut({ stack: "dev", port: 0, config });
        company = tryOut.outputs.companyLoginSetup?.issuer ?? "";
    });
    after(() => tryOut.close());

    const visit = (name: string, browser?: Browser) =>
        visitCompany(tryOut.outputs, colleague(name), browser);
    const rolesOf = async (name: string, browser?: Browser) =>
        rolesIn((await (await visit(name, browser)).tokens()).claims());

    it("leads from a button of the sign-in page to the company, and names its page", async () => {
        const browser = new Browser();
        const start = await browser.travel(`${tryOut.page}sign-in`, company);
        const [, link = ""] = /href="([^"]+)">Contoso<\/a>/.exec(start.text) ?? [];
        const target = new URL(link.replaceAll("&amp;", "&"), start.address);
        expect((await browser.travel(target, company)).address.origin).to.equal(company);
        expect(tryOut.notices.slice(-1)).to.deep.equal([`  ${company}/`]);
        expect(await (await fetch(tryOut.page)).text()).to.include(`href="${company}/"`);
    });

    const people: [string, string, string[]][] = [
        ["Ida", "in the group of the managers", ["flexai-manager"]],
        ["Jon", "in a group of the editors", ["flexai-editor"]],
        ["Kim", "in all groups", ["flexai-manager", "flexai-editor"]],
        ["Lea", "in a group without a role", []],
        ["Max", "in no group", []],
    ];
    for (const [name, what, expected] of people) {
        it(`signs ${name} in, who is ${what}`, async () => {
            const tokens = await (await visit(name)).tokens();
            expect(rolesIn(tokens.claims())).to.deep.equal(expected);
            expect(rolesIn(decodeJwt(tokens.access_token))).to.deep.equal(expected);
            expect(tokens.claims()?.preferred_username).to.equal(`${name} Contoso`);
        });
    }

    it("refuses Nora, who has no email, in Cognito's words", async () => {
        const { callback } = await visit("Nora");
        expect(callback.search).to.equal(
            "?error_description=Invalid+user+attributes%3A+email%3A+The+attribute+is+required&error=invalid_request",
        );
    });

    it("names people as Cognito does, and keeps the company's groups from tokens", async () => {
        const tokens = await (await visit("Ida")).tokens();
        const idToken = tokens.claims();
        const [identity] = idToken?.identities as { userId: string }[];
        const username = `contoso_${identity?.userId ?? ""}`;
        expect(idToken).to.include({ "cognito:username": username });
        expect(identity).to.include({ providerName: "Contoso", providerType: "OIDC" });
        const pool = tryOut.outputs.userPoolId;
        expect(idToken?.["cognito:groups"]).to.deep.equal([`${pool}_Contoso`]);
        expect(decodeJwt(tokens.access_token)).to.include({ username });
        const userInfo = await oidc.fetchUserInfo(
            await discovered(tryOut.outputs),
            tokens.access_token,
            idToken?.sub ?? "",
        );
        expect(userInfo).to.deep.equal({
            sub: idToken?.sub,
            email: "ida.contoso@company.invalid",
            preferred_username: "Ida Contoso",
            username,
        });
    });

    it("keeps the roles of somebody who was taken out of all groups: the hole", async () => {
        const browser = new Browser();
        expect(await rolesOf("Jon", browser)).to.deep.equal(["flexai-editor"]);
        const page = await browser.travel(company, "end");
        await colleague("Jon")(browser, { ...page, address: new URL("/groups", company) }, "end");
        expect((await browser.travel(company, "end")).text).to.include("Put back into the groups");
        expect(await rolesOf("Jon")).to.deep.equal(["flexai-editor"]);
    });

    it("signs another person in from the company's own page, in place of the one before", async () => {
        const browser = new Browser();
        const end = new URL("/oauth2/callback", tryOut.page).href;
        await visit("Kim", browser);
        const choose = async (name: string) => {
            const page = await browser.travel(company, "end");
            const address = new URL("/people", company);
            return (await colleague(name)(browser, { ...page, address }, end)).address.search;
        };
        const roles = async (search: string) => {
            const { text } = await browser.travel(end + search, "end");
            return /give you .*?<\/p>/.exec(text)?.[0].replaceAll(/<[^>]*>/g, "");
        };
        expect(await roles(await choose("Ida"))).to.equal("give you the role flexai-manager.");
        expect(await choose("Nora")).to.include("email%3A+The+attribute+is+required");
        expect(await roles(await choose("Jon"))).to.equal("give you the role flexai-editor.");
    });

    it("leaves the company's session alone at sign-out, until that is ended too", async () => {
        const browser = new Browser();
        await visit("Kim", browser);
        const signOut = () => browser.request(tryOut.outputs.signOutUrl);
        await signOut();
        expect((await visit("Ida", browser)).asked).to.equal(false);
        expect(await rolesOf("Ida", browser)).to.deep.equal(["flexai-manager", "flexai-editor"]);
        await signOut();
        await browser.request(`${company}/sign-out`, post({}, new URL(company)));
        expect((await visit("Ida", browser)).asked).to.equal(true);
    });

    it("refreshes with the roles of the last sign-in", async () => {
        const { refresh_token: refreshToken = "" } = await (await visit("Kim")).tokens();
        const refreshed = await oidc.refreshTokenGrant(
            await discovered(tryOut.outputs),
            refreshToken,
        );
        expect(rolesIn(refreshed.claims())).to.deep.equal(["flexai-manager", "flexai-editor"]);
    });

    it("puts a nonce of its own into the ID token if the client sent none", async () => {
        const { callback } = await visitCompany(tryOut.outputs, colleague("Ida"), new Browser(), {
            nonce: "",
        });
        const configuration = await discovered(tryOut.outputs);
        const attempt: unknown = await oidc
            .authorizationCodeGrant(configuration, callback)
            .catch((error: unknown) => error);
        expect(String((attempt as Error).cause)).to.include("nonce");
    });

    it("grants nothing to a user of the pool who wrote the attribute", async () => {
        const { outputs, users } = tryOut;
        const user = users.find(({ groups }) => groups.length === 0);
        Object.assign(user?.attributes ?? {}, { "custom:flexai_groups": "Broadcast-Admins" });
        if (!user) throw new Error("Everybody has a role.");
        const tokens = await tokensOf(await discovered(outputs), outputs, user);
        expect(rolesIn(tokens.claims())).to.deep.equal([]);
    });

    it("refuses a return that began in another browser, and a second one", async () => {
        const returned: URL[] = [];
        const browser = new Browser();
        const end = tryOut.outputs.companyLoginSetup?.oidcRedirectUri ?? "";
        await visitCompany(
            tryOut.outputs,
            async (_browser, page) => {
                const place = await colleague("Ida")(browser, page, end);
                returned.push(place.address);
                return place;
            },
            browser,
        );
        const [address = new URL(end)] = returned;
        const status = async (one: Browser) => (await one.request(address)).status;
        expect(await status(new Browser())).to.equal(400);
        expect(await status(browser)).to.equal(302);
        expect(await status(browser)).to.equal(400);
    });
});
