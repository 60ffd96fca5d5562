import { expect } from "chai";

import { type Finding, passed, skipped } from "../../../doctor/check";
import { deploymentOf } from "../../../doctor/deployment";
import { aboutSignIn, signInName } from "../../../doctor/signIn/aboutSignIn";
import { doctor } from "../support/cli";
import { deployedOutputs } from "../support/deployedOutputs";

describe("the last lines of the doctor's report", () => {
    const attempt: Finding = { name: signInName, ...passed("in a browser") };
    const problem = { expected: "", seen: "", advice: "", commands: [] };
    const failure: Finding = { name: "of it", outcome: "failed", ...problem };
    const untried = "No sign-in was tried: nobody knows whether people get in.";
    const tryOut = { ...deployedOutputs, issuer: "http://127.0.0.1:8400/pool" };

    const cases = [
        {
            title: "have the command for a stack without a sign-in",
            source: { stack: "prod" },
            lines: [
                `${untried} To try one:`,
                "  npm run doctor -- --stack prod --sign-in --role flexai-user",
            ],
        },
        {
            title: "have the command with the person's own file",
            source: { file: "my outputs.json" },
            lines: [
                `${untried} To try one:`,
                "  npm run doctor -- --outputs 'my outputs.json' --sign-in --role flexai-user",
            ],
        },
        {
            title: "have the page of a try-out, which AWS knows nothing of",
            outputs: tryOut,
            source: {},
            lines: [`${untried} Sign in yourself:`, "  https://flexai.example.com/"],
        },
        {
            title: "have the page of flexAI where a company's login is the only way in",
            outputs: { ...deployedOutputs, identityProvider: "Contoso" },
            source: { stack: "prod" },
            lines: [`${untried} Sign in yourself:`, "  https://flexai.example.com/"],
        },
        {
            title: "say that a sign-in worked, whatever failed before it",
            findings: [failure, attempt],
            lines: ["A sign-in was tried, and worked."],
        },
        {
            title: "say that one failed, or something after it",
            findings: [attempt, failure],
            lines: ["A sign-in was tried, and failed."],
        },
        {
            title: "say why one could not be tried",
            findings: [failure, { name: signInName, ...skipped("why") }],
            lines: ["No sign-in was tried, because of what failed."],
        },
    ];
    for (const { title, outputs = deployedOutputs, source = {}, findings = [], lines } of cases) {
        it(title, () => {
            const words = aboutSignIn(findings, deploymentOf(outputs, source));
            expect(words).to.equal(`${lines.join("\n")}\n`);
        });
    }
});

describe("npm run doctor -- --sign-in says why it cannot sign in, before it asks AWS,", () => {
    const args = ["--outputs", "-", "--sign-in", "--browser", "/none"];

    it("for a try-out, which has users of its own", async () => {
        const outputs = { ...deployedOutputs, issuer: "http://127.0.0.1:8400/pool" };
        expect(await doctor(args, JSON.stringify(outputs))).to.deep.equal({
            code: 2,
            stdout: "",
            stderr:
                "error: --sign-in creates a user in AWS, and these outputs are of npm start, which has" +
                " its own. Sign in yourself:\nhttps://flexai.example.com/\n" +
                "To check the ID token of such a sign-in:\n" +
                "npm run doctor -- --outputs outputs.json --id-token -\n",
        });
    });

    it("where a company's login is the only way in", async () => {
        const endpoint = `${deployedOutputs.authorizationEndpoint}?identity_provider=Contoso`;
        const flexaiConfig = `OIDC_AUTHORIZATION_ENDPOINT_URL=${endpoint}\n`;
        const outputs = JSON.stringify({ ...deployedOutputs, flexaiConfig });
        expect(await doctor(args, outputs)).to.deep.equal({
            code: 2,
            stdout: "",
            stderr:
                "error: --sign-in creates a user with a password, and nobody signs in by password here:" +
                " people sign in at Contoso alone (companyLogin.only). Sign in yourself:\n" +
                "https://flexai.example.com/\nTo check the ID token of such a sign-in:\n" +
                "npm run doctor -- --outputs outputs.json --id-token -\n",
        });
    });
});
