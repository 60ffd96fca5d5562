import { expect } from "chai";

import { missingToken } from "../../doctor/checks/idTokenForm";
import { diagnosis } from "../../doctor/diagnosis";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { companyMetadataFaults } from "./support/companyMetadataFaults";
import { companyPageFaults } from "./support/companyPageFaults";
import { companyRedirectFaults } from "./support/companyRedirectFaults";
import { examine, findingOf, namesOf } from "./support/examination";
import { expectFault, page, redirect } from "./support/faultCase";
import { Proxy, useProxy } from "./support/proxy";

const faults = [...companyMetadataFaults, ...companyRedirectFaults, ...companyPageFaults];
const accepts = "Contoso accepts flexAI's client and the address to come back to";
const hole = "Contoso lets in nobody without a group that has a role";

describe("Doctor looks at a company's login", () => {
    let tryOut: TryOut | undefined;
    const proxy = useProxy(
        new Proxy(async () => {
            const config = { companyLogin: JSON.stringify({ name: "Contoso" }) };
            tryOut = await startTryOut({ stack: "dev", port: 0, config });
            return tryOut.outputs;
        }),
    );
    after(() => tryOut?.close());

    it("and finds nothing wrong where nothing is", async () => {
        const findings = await examine(proxy.deployment);
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
        const { issuer = "", oidcRedirectUri } = proxy.outputs.companyLoginSetup ?? {};
        const seen = findings.flatMap((finding) =>
            finding.outcome === "passed" && finding.name.includes("Contoso")
                ? [`${finding.name}: ${finding.seen}`]
                : [],
        );
        expect(seen).to.deep.equal([
            `Contoso serves OIDC Discovery: ${issuer}/.well-known/openid-configuration`,
            `the issuer of Contoso is as configured: ${issuer}`,
            "Contoso has the endpoints that Cognito needs: authorization_endpoint, token_endpoint, jwks_uri",
            "Contoso accepts the client's secret in the body: client_secret_post",
            "Contoso signs ID tokens with RS256: RS256",
            `Cognito sends people to Contoso: as its client flexai, which comes back to ${String(oidcRedirectUri)}`,
            `${accepts}: a page with a form at ${issuer}/authorize`,
        ]);
    });

    it("and leaves it open whom the company lets in, which nobody sees from outside", async () => {
        expect(findingOf(await examine(proxy.deployment), hole)).to.deep.equal({
            name: hole,
            outcome: "skipped",
            why:
                "only the company knows. Otherwise whoever is taken out of every group keeps the" +
                " roles. See docs/company-login.md#close-the-hole",
        });
    });

    for (const faultCase of faults) {
        it(`and says what to do when ${faultCase.title}`, () => expectFault(proxy, faultCase));
    }

    const untold: readonly (readonly [string, () => Response, RegExp])[] = [
        ["a script draws it", () => page("<script>"), /^a script draws the page: open flexAI/],
        [
            "its form is beyond what is read",
            () => page(" ".repeat(1_100_000) + "<form method=post>"),
            /^a script draws the page/,
        ],
        [
            "it is on another host, which is not asked",
            () => redirect("http://127.0.0.1:2/login"),
            /^Contoso sends people on to 127\.0\.0\.1:2: open flexAI/,
        ],
    ];
    for (const [title, respond, why] of untold) {
        it(`and does not judge its page where ${title}`, async () => {
            proxy.fault = ({ pathname }) => (pathname === "/authorize" ? respond() : undefined);
            const finding = findingOf(await examine(proxy.deployment), accepts);
            expect(finding.outcome).to.equal("skipped");
            expect(finding).to.have.property("why").that.matches(why);
        });
    }

    it("and follows it in a circle six times, with Cognito's request and nothing else", async () => {
        const asked: Request[] = [];
        proxy.fault = ({ pathname, href }, _form, _ask, request) => {
            if (pathname !== "/authorize") return undefined;
            asked.push(request);
            return redirect(href);
        };
        const finding = findingOf(await examine(proxy.deployment), accepts);
        expect(finding.outcome).to.equal("skipped");
        expect(asked).to.have.length(6);
        const [{ method, url, headers } = new Request("http://none")] = asked;
        expect([method, ...new URL(url).searchParams.keys()]).to.have.members([
            "GET",
            "client_id",
            "nonce",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
        ]);
        for (const name of ["cookie", "authorization", "referer"]) {
            expect(headers.get(name)).to.equal(null);
        }
    });

    it("and shows nothing secret of what its page sends back", async () => {
        const { clientSecret, companyLoginSetup } = proxy.outputs;
        const error = `${clientSecret} eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.c2ln \u001B[2J`;
        const back = `${companyLoginSetup?.oidcRedirectUri ?? ""}?error=${encodeURIComponent(error)}`;
        proxy.fault = ({ pathname }) => (pathname === "/authorize" ? redirect(back) : undefined);
        // Its reports are searched for secrets and tokens.
        const finding = findingOf(await examine(proxy.deployment), accepts);
        expect(finding)
            .to.have.property("seen")
            .that.matches(/error=\[redacted\] \[redacted\] \uFFFD/);
    });

    it("and each check is among those that fail above", () => {
        const checks = diagnosis(proxy.deployment, missingToken(false))
            .map(({ name }) => name)
            .filter((name) => name.includes("Contoso") && name !== hole);
        const failing = new Set(faults.flatMap(({ fails = [] }) => fails));
        expect([...failing].sort()).to.deep.equal(checks.sort());
    });

    it("and says what comes next before the company has registered anything", async () => {
        const { companyLoginSetup: setup } = proxy.outputs;
        const { issuer, ...named } = setup ?? { name: "", oidcRedirectUri: "" };
        const deployment = { ...proxy.deployment, companyLoginSetup: named };
        const findings = await examine(deployment as typeof proxy.deployment);
        expect(issuer).to.match(/^http:/);
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        const ofTheCompany = findings.filter(({ name }) => name.includes("Contoso"));
        expect(ofTheCompany).to.deep.equal([
            {
                name: "people of Contoso can sign in",
                outcome: "skipped",
                why:
                    `not complete yet: ask the company's administrator to register ${named.oidcRedirectUri},` +
                    " and set what comes back. See docs/company-login.md#set-it-up",
                commands: [
                    "pulumi config set --stack prod --path companyLogin.issuer YOUR_ISSUER",
                    "pulumi config set --stack prod --path companyLogin.clientId 'YOUR CLIENT ID'",
                    "pulumi config set --stack prod --secret companyLoginSecret",
                    "pulumi up --stack prod",
                ],
            },
        ]);
    });
});
