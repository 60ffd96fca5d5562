import { expect } from "chai";

import { missingToken } from "../../doctor/checks/idTokenForm";
import { diagnosis } from "../../doctor/diagnosis";
import { authorizationFaults } from "./support/authorizationFaults";
import { clientFaults } from "./support/clientFaults";
import { discoveryFaults } from "./support/discoveryFaults";
import { expectFault } from "./support/faultCase";
import { examine, findingOf, namesOf } from "./support/examination";
import { keyFaults } from "./support/keyFaults";
import { useProxy } from "./support/proxy";

const faults = [...discoveryFaults, ...keyFaults, ...authorizationFaults, ...clientFaults];

describe("Doctor looks at the provider's responses", () => {
    const proxy = useProxy();

    const named = (name: string) =>
        name.replace(new URL(proxy.outputs.redirectUris[0] ?? "").origin, "PAGE");

    it("and finds nothing wrong where nothing is", async () => {
        const findings = await examine(proxy.deployment);
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
        const skipped = namesOf(findings, "skipped");
        expect(skipped.slice(0, 2)).to.deep.equal([
            "flexAI sends people to the sign-in page",
            "whether people get in, and with which role",
        ]);
        expect(skipped.slice(2).every((name) => name.startsWith("the ID token"))).to.equal(true);
    });

    for (const faultCase of faults) {
        it(`and says what to do when ${faultCase.title}`, () => expectFault(proxy, faultCase));
    }

    it("and each check is among those that fail above, except hosts, flexAI and tokens", () => {
        const checks = diagnosis(proxy.deployment, missingToken(false))
            .map(({ name }) => named(name))
            .filter(
                (name) => !/accepts connections|is known|is trusted|flexAI |ID t|people/.test(name),
            );
        const failing = new Set(faults.flatMap(({ fails = [] }) => fails));
        expect([...failing].sort()).to.deep.equal(checks.sort());
    });

    it("and leaves out what a failure would make fail too", async () => {
        proxy.fault = (url) =>
            url.pathname.endsWith("/openid-configuration") ? Response.json({}) : undefined;
        const findings = await examine(proxy.deployment);
        const cause = "OIDC Discovery has the provider's metadata";
        const skipped = findings.filter(
            (finding) => finding.outcome === "skipped" && finding.cause === cause,
        );
        // Six fields, who the provider is, and the token endpoint, which nobody confirmed.
        expect(skipped).to.have.length(9);
    });

    it("and asks for Discovery and the JWKS once", async () => {
        const asked: string[] = [];
        proxy.fault = ({ pathname }) => {
            if (pathname.includes(".well-known")) asked.push(pathname.replace(/^.*\//, ""));
            return undefined;
        };
        await examine(proxy.deployment, "x.y.z");
        expect(asked.sort()).to.deep.equal(["jwks.json", "openid-configuration"]);
    });

    it("and does not judge a sign-in page that draws itself by script", async () => {
        proxy.fault = (url) =>
            url.pathname === "/login"
                ? new Response("<div id=root></div><script src=login.js></script>")
                : undefined;
        const findings = await examine(proxy.deployment);
        const form = findingOf(findings, "the sign-in page shows a form");
        expect(form).to.include({ outcome: "skipped" });
        expect(form).to.deep.include({
            commands: ["npm run doctor -- --stack prod --sign-in --role flexai-user"],
        });
    });

    it("and recognises Cognito's own page for a refused callback", async () => {
        proxy.fault = (url) =>
            url.searchParams.get("redirect_uri")?.includes("doctor.invalid")
                ? new Response(null, {
                      status: 302,
                      headers: { location: "/error?error=redirect_mismatch&client_id=client" },
                  })
                : undefined;
        const findings = await examine(proxy.deployment);
        const refusal = findingOf(findings, "an unregistered callback is refused");
        expect(refusal).to.include({ outcome: "passed" });
        expect(refusal)
            .to.have.property("seen")
            .that.matches(/error=redirect_mismatch$/);
    });

    it("and shows no secret, token or control character that a server sends back", async () => {
        const { clientSecret } = proxy.outputs;
        const echo = `${clientSecret} eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.c2ln \u001B[2J end`;
        proxy.fault = (url) => {
            if (url.pathname.endsWith("/openid-configuration")) {
                return Response.json({ issuer: echo });
            }
            if (url.pathname !== "/oauth2/authorize") return undefined;
            const location = `/error?error=${encodeURIComponent(echo)}`;
            return new Response(null, { status: 302, headers: { location } });
        };
        // Its reports are searched for secrets and tokens.
        const findings = await examine(proxy.deployment);
        const seen = findings.map((finding) => ("seen" in finding ? finding.seen : ""));
        expect(seen.filter((text) => text.includes("[redacted] [redacted]"))).to.have.length(4);
        expect(seen.join("")).not.to.match(/\p{Cc}/u);
    });
});
