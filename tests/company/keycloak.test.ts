import { expect } from "chai";
import * as oidc from "openid-client";

import { deploymentOf } from "../../doctor/deployment";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { examine, expectProblem, findingOf, namesOf } from "../doctor/support/examination";
import { Browser } from "../local/support/browser";
import { rolesIn, visitCompany } from "../local/support/companyVisit";
import { discovered, tokensOf } from "../local/support/relyingParty";
import { client, clientRoleMapper, Contoso, person, roleMapper } from "./contoso";
import { Keycloak } from "./keycloak";

const roles = {
    "flexai-manager": ["Broadcast-Admins"],
    "flexai-editor": ["Audio", "Audio, Team"],
    "flexai-user": ["Ärzte & Co"],
};

/** Everybody at the company: the groups that they are in. */
const people = {
    ida: ["Broadcast-Admins"],
    jon: ["Audio"],
    kim: ["Audio, Team", "Canteen"],
    lea: ["Broadcast-Admins", "Audio"],
    max: ["Ärzte & Co"],
    nora: ["Canteen"],
    olaf: [],
    pia: ["Audio"],
    rosa: ["Broadcast-Admins"],
    sven: ["Broadcast-Admins"],
    tom: ["Broadcast-Admins"],
};

describe("npm start with Keycloak as the company", () => {
    let keycloak: Keycloak;
    let contoso: Contoso;
    let tryOut: TryOut;
    let redirectUri: string;
    before(async function () {
        this.timeout("20m");
        keycloak = await Keycloak.start();
        contoso = new Contoso(keycloak);
        await contoso.create(people);
        const issuer = "https://login.example.com";
        const login = { name: "Contoso", issuer, clientId: client.clientId, roles };
        tryOut = await startTryOut({
            stack: "dev",
            port: 0,
            company: contoso.issuer,
            config: { companyLogin: JSON.stringify(login), companyLoginSecret: client.secret },
        });
        redirectUri = tryOut.outputs.companyLoginSetup?.oidcRedirectUri ?? "";
    });
    after(() => keycloak.stop());
    after(() => tryOut.close());

    const visit = (name: string, browser?: Browser) =>
        visitCompany(tryOut.outputs, person(name), browser);
    const rolesOf = async (name: string, browser?: Browser) =>
        rolesIn((await (await visit(name, browser)).tokens()).claims());

    const accepts = "Contoso accepts flexAI's client and the address to come back to";
    const examined = async () => {
        // The first page of each kind takes longer than the doctor waits.
        await visit("ida");
        return examine(deploymentOf(tryOut.outputs, { stack: "prod" }));
    };

    it("has no client before the company has registered one, as the doctor says", async () => {
        expect(expectProblem(await examined(), "failed", accepts)).to.deep.include({
            seen: "status 400: Client not found",
            commands: [
                "pulumi config set --stack prod --path companyLogin.clientId 'YOUR CLIENT ID'",
                "pulumi up --stack prod",
            ],
        });
    });

    it("is not let in before the company has registered the address, as the doctor says", async () => {
        await contoso.register("http://127.0.0.1:1/oauth2/idpresponse");
        const { callback } = await visit("ida");
        expect(callback.origin).to.equal(keycloak.origin);
        expect(expectProblem(await examined(), "failed", accepts)).to.deep.include({
            seen: "status 400: redirect_uri",
            commands: ["pulumi stack output companyLoginSetup --stack prod"],
        });
        await contoso.register(redirectUri);
    });

    it("has all that the doctor asks for, once the company has registered it", async () => {
        const findings = await examined();
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
        const passed = namesOf(findings, "passed").filter((name) => name.includes("Contoso"));
        expect(passed).to.have.length(7);
        const page = `${contoso.issuer}/protocol/openid-connect/auth`;
        expect(findingOf(findings, accepts)).to.include({ seen: `a page with a form at ${page}` });
    });

    const expected: [keyof typeof people, string[]][] = [
        ["ida", ["flexai-manager"]],
        ["jon", ["flexai-editor"]],
        ["kim", ["flexai-editor"]],
        ["lea", ["flexai-manager", "flexai-editor"]],
        ["max", ["flexai-user"]],
        ["nora", []],
        ["olaf", []],
    ];
    for (const [name, granted] of expected) {
        const groups = people[name].join(" and ") || "no group";
        it(`signs ${name} in, of ${groups}, with ${granted.join(" and ") || "no role"}`, async () => {
            expect(await rolesOf(name)).to.deep.equal(granted);
        });
    }

    it("refuses pia, who has no email, in Cognito's words", async () => {
        await contoso.change("pia", { email: "" });
        const { searchParams } = (await visit("pia")).callback;
        expect(searchParams.get("error_description")).to.equal(
            "Invalid user attributes: email: The attribute is required",
        );
    });

    it("never hears of rosa, who is disabled at the company", async () => {
        await contoso.change("rosa", { enabled: false });
        expect((await visit("rosa")).callback.origin).to.equal(keycloak.origin);
    });

    it("refreshes with the roles of the last sign-in", async () => {
        const tokens = await (await visit("lea")).tokens();
        await contoso.takeOutOfGroups("lea");
        const configuration = await discovered(tryOut.outputs);
        const { refresh_token: refreshToken = "" } = tokens;
        const refreshed = await oidc.refreshTokenGrant(configuration, refreshToken);
        expect(rolesIn(refreshed.claims())).to.deep.equal(["flexai-manager", "flexai-editor"]);
    });

    it("keeps the roles of sven, whose groups are taken away, with a mapper of groups: the hole", async () => {
        expect(await rolesOf("sven")).to.deep.equal(["flexai-manager"]);
        await contoso.takeOutOfGroups("sven");
        expect(await rolesOf("sven")).to.deep.equal(["flexai-manager"]);
    });

    it("takes sven's roles away with a mapper of roles, which everybody has: the hole is closed", async () => {
        await contoso.register(redirectUri, roleMapper);
        expect(await rolesOf("sven")).to.deep.equal([]);
        await contoso.register(redirectUri);
    });

    it("keeps the roles of tom, whose groups are taken away, with a mapper of the client's roles: the hole", async () => {
        await contoso.register(redirectUri, clientRoleMapper);
        await contoso.grantClientRole("Broadcast-Admins");
        expect(await rolesOf("tom")).to.deep.equal(["flexai-manager"]);
        await contoso.takeOutOfGroups("tom");
        expect(await rolesOf("tom")).to.deep.equal(["flexai-manager"]);
        await contoso.register(redirectUri);
    });

    it("leaves the company's session alone at sign-out", async () => {
        const browser = new Browser();
        await visit("jon", browser);
        await browser.request(tryOut.outputs.signOutUrl);
        expect((await visit("ida", browser)).asked).to.equal(false);
        expect(await rolesOf("ida", browser)).to.deep.equal(["flexai-editor"]);
    });

    it("grants nothing to a user of the pool who wrote the attribute", async () => {
        const user = tryOut.users.find(({ groups }) => groups.length === 0);
        if (!user) throw new Error("Everybody has a role.");
        Object.assign(user.attributes, { "custom:flexai_groups": '["Broadcast-Admins"]' });
        const { outputs } = tryOut;
        const tokens = await tokensOf(await discovered(outputs), outputs, user);
        expect(rolesIn(tokens.claims())).to.deep.equal([]);
    });
});
