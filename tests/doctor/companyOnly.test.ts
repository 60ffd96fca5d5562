import { expect } from "chai";

import { startTryOut, type TryOut } from "../../local/tryOut";
import { readOutputs } from "../../doctor/deployment";
import { examine, findingOf, namesOf } from "./support/examination";
import { Proxy, useProxy } from "./support/proxy";

describe("Doctor looks at a company's login that is the only way in", () => {
    let tryOut: TryOut | undefined;
    const proxy = useProxy(
        new Proxy(async () => {
            const config = { companyLogin: JSON.stringify({ name: "Contoso", only: true }) };
            tryOut = await startTryOut({ stack: "dev", port: 0, config });
            return tryOut.outputs;
        }),
    );
    after(() => tryOut?.close());
    const page = "the sign-in page shows a form";
    const company = () => new URL(proxy.outputs.companyLoginSetup?.issuer ?? "").host;

    it("and finds nothing wrong where Cognito sends people there at once", async () => {
        const findings = await examine(proxy.deployment);
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
        const why = `there is none, because people are sent to ${company()} at once`;
        expect(findingOf(findings, page)).to.deep.include({ outcome: "skipped", why });
    });

    it("and where Cognito's sign-in page does", async () => {
        proxy.fault = ({ origin, pathname, search, searchParams }) =>
            pathname === "/oauth2/authorize" &&
            !searchParams.has("identity_provider") &&
            !search.includes("doctor.invalid")
                ? Response.redirect(`${origin}/login${search}`)
                : undefined;
        const findings = await examine(proxy.deployment);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
        const why = `there is none, because people are sent to ${company()} at once`;
        expect(findingOf(findings, page)).to.deep.include({ outcome: "skipped", why });
    });

    it("which it knows by flexAI's configuration file", () => {
        const outputs = readOutputs(JSON.stringify(proxy.outputs), "file");
        expect(outputs).to.include({ identityProvider: "Contoso" });
    });
});
