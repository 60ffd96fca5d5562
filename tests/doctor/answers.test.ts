import { expect } from "chai";

import { diagnosis } from "../../doctor/diagnosis";
import { authorizationFaults } from "./support/authorizationFaults";
import { clientFaults } from "./support/clientFaults";
import { examine, failedNames, findingOf } from "./support/examination";
import { discoveryFaults } from "./support/discoveryFaults";
import { type Proxy, startProxy } from "./support/proxy";

const faults = [...discoveryFaults, ...authorizationFaults, ...clientFaults];

describe("Doctor looks at the provider's answers", () => {
    let proxy: Proxy;
    before(async function () {
        this.timeout(60_000);
        proxy = await startProxy();
    });
    after(() => proxy.stop());
    afterEach(() => {
        proxy.fault = undefined;
    });

    const named = ({ name }: { readonly name: string }) =>
        name.replace(new URL(proxy.outputs.redirectUris[0] ?? "").origin, "PAGE");

    it("and finds nothing wrong where nothing is", async () => {
        const findings = await examine(proxy.outputs);
        expect(failedNames(findings)).to.deep.equal([]);
        const skipped = findings.filter(({ outcome }) => outcome === "skipped").map(named);
        const { host } = new URL(proxy.outputs.issuer);
        expect(skipped).to.deep.equal([
            "the name 127.0.0.1 is known",
            `the certificate of ${host} is trusted`,
            "an ID token",
        ]);
        expect(findings).to.have.length(22);
    });

    for (const { title, fault, outputs, fails, seen, advice } of faults) {
        it(`and says what to do when ${title}`, async () => {
            proxy.fault = fault;
            const findings = await examine({ ...proxy.outputs, ...outputs?.(proxy.outputs) });
            const failed = findings.filter((finding) => finding.outcome === "failed");
            expect(failed.map(named)).to.deep.equal(fails);
            expect(failed[0]?.seen).to.match(seen);
            expect(failed[0]?.advice).to.match(advice);
        });
    }

    it("and each check is among those that fail above, but for hosts and tokens", () => {
        const checks = diagnosis(proxy.outputs, undefined)
            .map(named)
            .filter(
                (name) => !/takes connections|is known|is trusted|flexAI answers|an ID/.test(name),
            );
        const failing = new Set(faults.flatMap(({ fails }) => fails));
        expect(checks.filter((name) => !failing.has(name))).to.deep.equal([]);
        expect(failing.size).to.equal(checks.length);
    });

    it("and leaves out what a failure would make fail too", async () => {
        proxy.fault = (url) =>
            url.pathname.endsWith("/openid-configuration") ? Response.json({}) : undefined;
        const findings = await examine(proxy.outputs);
        const skipped = findings.filter(
            (finding) =>
                finding.outcome === "skipped" &&
                finding.why.endsWith("not so: OIDC Discovery answers"),
        );
        expect(skipped).to.have.length(6);
    });

    it("and does not judge a sign-in page that draws itself by script", async () => {
        proxy.fault = (url) =>
            url.pathname === "/login"
                ? new Response("<div id=root></div><script src=login.js></script>")
                : undefined;
        const findings = await examine(proxy.outputs);
        const form = findingOf(findings, "the sign-in page shows a form");
        expect(form).to.include({ outcome: "skipped" });
        expect(form)
            .to.have.property("why")
            .that.matches(/open it in a browser/);
    });

    it("and takes Cognito's own page for a refused callback", async () => {
        proxy.fault = (url) =>
            url.searchParams.get("redirect_uri")?.includes("doctor.invalid")
                ? new Response(null, {
                      status: 302,
                      headers: { location: "/error?error=redirect_mismatch&client_id=client" },
                  })
                : undefined;
        const findings = await examine(proxy.outputs);
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
        const findings = await examine(proxy.outputs);
        const seen = findings.map((finding) => (finding.outcome === "failed" ? finding.seen : ""));
        expect(seen.filter((text) => text.includes("[redacted] [redacted]"))).to.have.length(4);
        expect(seen.join("")).not.to.match(/\p{Cc}/u);
    });
});
