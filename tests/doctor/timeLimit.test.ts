import { expect } from "chai";

import type { Finding } from "../../doctor/check";
import { examine, findingOf, namesOf } from "./support/examination";
import { useProxy } from "./support/proxy";

describe("Doctor waits for responses", () => {
    const proxy = useProxy();
    const name = "OIDC Discovery has the provider's metadata";
    let findings: readonly Finding[];
    let milliseconds: number;

    before(async () => {
        proxy.fault = ({ pathname }) => {
            if (pathname.endsWith("/jwks.json")) return new Response(endless());
            return /well-known|login/.test(pathname) ? new Promise(() => undefined) : undefined;
        };
        const began = Date.now();
        findings = await examine(proxy.deployment);
        milliseconds = Date.now() - began;
    });

    it("for five seconds, and for all at once", () => {
        expect(milliseconds).to.be.within(4900, 15_000);
        expect(namesOf(findings, "warning")).to.deep.equal([
            "OIDC Discovery has the provider's metadata",
            "the JWKS has RS256 keys",
            "the sign-in page shows a form",
        ]);
        expect(findingOf(findings, name)).to.include({
            expected: `a useful response from ${proxy.outputs.discoveryUrl}`,
            seen: "no response within 5 s (TIMEOUT)",
        });
        expect(findingOf(findings, name))
            .to.have.property("advice")
            .that.matches(/Try again/);
    });

    it("and no longer for the rest of one that has begun", () => {
        expect(findingOf(findings, "the JWKS has RS256 keys")).to.include({
            seen: "no response within 5 s (TIMEOUT)",
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
