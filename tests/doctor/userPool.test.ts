import { expect } from "chai";

import { type Check, passed } from "../../doctor/check";
import { inputToken } from "../../doctor/checks/idTokenForm";
import { userPoolCheck } from "../../doctor/checks/userPool";
import { deploymentOf, type Outputs } from "../../doctor/deployment";
import { diagnosis } from "../../doctor/diagnosis";
import { runChecks } from "../../doctor/runner";
import type { SignIn } from "../../doctor/signIn/signInChecks";
import { deployedOutputs } from "./support/deployedOutputs";
import { findingOf } from "./support/examination";
import { useProxy } from "./support/proxy";

const metadata: Check = { name: "metadata", needs: [], run: () => passed("") };

describe("Doctor asks who names the endpoints", () => {
    const tryOut = {
        ...deployedOutputs,
        userPoolId: "eu-central-1_TryOut",
        issuer: "http://127.0.0.1:8400/eu-central-1_TryOut",
        discoveryUrl: "http://127.0.0.1:8400/eu-central-1_TryOut/.well-known/openid-configuration",
        authorizationEndpoint: "http://127.0.0.1:8400/oauth2/authorize",
    };
    const strange = "https://cognito-idp.example.com/eu-central-1_Abc123XyZ";
    const cases: readonly (readonly [string, Outputs, "passed" | "failed"])[] = [
        ["the pool's own service", deployedOutputs, "passed"],
        ["the try-out itself", tryOut, "passed"],
        [
            "a stranger whose outputs and metadata agree",
            {
                ...deployedOutputs,
                issuer: strange,
                discoveryUrl: `${strange}/.well-known/openid-configuration`,
            },
            "failed",
        ],
        [
            "a stranger who repeats the right issuer",
            { ...deployedOutputs, discoveryUrl: "https://example.com/openid-configuration" },
            "failed",
        ],
        [
            "another pool of the region",
            { ...deployedOutputs, userPoolId: "eu-central-1_Another00" },
            "failed",
        ],
        [
            "a stranger whose name stands in the pool's id",
            {
                ...deployedOutputs,
                userPoolId: "example.com/_1",
                issuer: "https://cognito-idp.example.com/.amazonaws.com/example.com/_1",
                discoveryUrl:
                    "https://cognito-idp.example.com/.amazonaws.com/example.com/_1/.well-known/openid-configuration",
            },
            "failed",
        ],
        [
            "the try-out, for a page of another host",
            { ...tryOut, authorizationEndpoint: "https://example.com/oauth2/authorize" },
            "failed",
        ],
    ];
    for (const [who, outputs, outcome] of cases) {
        it(`and has ${outcome} for ${who}`, async () => {
            const check = userPoolCheck(deploymentOf(outputs, { stack: "prod" }), metadata);
            const [, finding] = await runChecks([metadata, check]);
            expect(finding).to.include({ outcome });
        });
    }

    const proxy = useProxy();
    const signIn = {
        user: { username: "u", password: "p", preferredUsername: "u" },
        role: undefined,
        pageLimit: 1,
    } as unknown as SignIn;
    const stoppedBy = async (outputs: Partial<Outputs>) => {
        const deployment = { ...proxy.deployment, ...outputs };
        const findings = await runChecks(diagnosis(deployment, inputToken(""), signIn));
        const finding = findingOf(findings, "a throw-away user signs in on the real page");
        return "cause" in finding && finding.cause;
    };

    it("and goes to no page that the pool's Discovery does not name", async () => {
        proxy.fault = async ({ pathname }, _form, ask) => {
            if (!pathname.endsWith("/openid-configuration")) return ask();
            const metadata = await (await ask()).text();
            return new Response(metadata.replace("/oauth2/authorize", "/elsewhere/authorize"));
        };
        expect(await stoppedBy({})).to.equal(
            "Discovery's authorization_endpoint is the output authorizationEndpoint",
        );
    });

    it("and goes to no page where Discovery is not the pool's", async () => {
        expect(await stoppedBy({ userPoolId: "eu-central-1_Another00" })).to.equal(
            "the outputs issuer and discoveryUrl are those of the output userPoolId",
        );
    });
});
