import { expect } from "chai";

import { examine, failedNames, findingOf } from "./support/examination";
import { type Proxy, startProxy } from "./support/proxy";

describe("Doctor waits for answers", () => {
    let proxy: Proxy;
    before(async function () {
        this.timeout(60_000);
        proxy = await startProxy();
    });
    after(() => proxy.stop());

    it("for five seconds, and for all at once", async () => {
        proxy.fault = ({ pathname }) =>
            /well-known|login|token/.test(pathname) ? new Promise(() => undefined) : undefined;
        const began = Date.now();
        const findings = await examine(proxy.outputs);
        expect(Date.now() - began).to.be.within(4900, 15_000);
        expect(failedNames(findings)).to.deep.equal([
            "OIDC Discovery answers",
            "the JWKS has RS256 keys",
            "the sign-in page shows a form",
            "the token endpoint takes the client's id and secret",
            "the token endpoint refuses a wrong secret",
        ]);
        const name = "OIDC Discovery answers";
        expect(findingOf(findings, name)).to.include({
            expected: `an answer from ${proxy.outputs.discoveryUrl}`,
            seen: "no answer within 5 s (TIMEOUT)",
        });
        expect(findingOf(findings, name))
            .to.have.property("advice")
            .that.matches(/Try again/);
    });

    it("and no longer for the rest of one that has begun", async () => {
        proxy.fault = ({ pathname }) =>
            pathname.endsWith("/jwks.json") ? new Response(endless()) : undefined;
        const findings = await examine(proxy.outputs);
        expect(failedNames(findings)).to.deep.equal(["the JWKS has RS256 keys"]);
        expect(findingOf(findings, "the JWKS has RS256 keys")).to.include({
            seen: "no answer within 5 s (TIMEOUT)",
        });
    });
});

/** A body that goes on for ever. */
function endless(): ReadableStream<Uint8Array> {
    return new ReadableStream({
        async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 50));
            controller.enqueue(new TextEncoder().encode(" "));
        },
    });
}
