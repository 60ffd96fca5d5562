import { expect } from "chai";

import { textReport } from "../../local/report";
import { startTryOut } from "../../local/tryOut";

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1-2-3";

describe("npm start with a custom domain", () => {
    for (const domain of [
        { name: "auth.example.com", zone: "example.com" },
        { name: "auth.example.com", certificateArn },
    ]) {
        it(`prints what the address would be and signs in here, ${Object.keys(domain).join(" and ")}`, async function () {
            this.timeout(60_000);
            const tryOut = await startTryOut({
                stack: "dev",
                port: 0,
                config: { domain: JSON.stringify(domain) },
            });
            await tryOut.close();
            const lines = textReport(tryOut, { outputs: false, stack: "dev" }).split("\n");
            expect(lines).to.include(
                "In AWS, the sign-in page would be at https://auth.example.com/",
            );
            const { hostname } = new URL(tryOut.outputs.authorizationEndpoint);
            expect(hostname).to.equal("127.0.0.1");
            expect(tryOut.outputs.flexaiConfig).not.to.include("auth.example.com");
        });
    }

    it("prints no such line without one", async function () {
        this.timeout(60_000);
        const tryOut = await startTryOut({ stack: "dev", port: 0, config: {} });
        await tryOut.close();
        expect(tryOut.notices).to.deep.equal([]);
    });
});
