import { expect } from "chai";

import { nextStep, noticesOf, type Start } from "../../local/notices";

describe("The next step", () => {
    it("is a try on AWS, but a deployment where somebody tries a stack of their own", () => {
        expect(nextStep("dev").document).to.equal("docs/try-on-aws.md");
        expect(nextStep("prod")).to.deep.equal({
            words: "Next, deploy it:",
            document: "docs/deploy.md",
        });
    });
});

describe("The remarks about a start", () => {
    const plain: Start = {
        stack: "dev",
        pool: { notImitated: [], customDomain: undefined },
        company: [],
        encrypted: [],
        defaultPort: 8400,
        ports: [8400, 8401],
    };

    it("are left out without a reason", () => {
        expect(noticesOf(plain)).to.deep.equal([]);
        expect(noticesOf({ ...plain, defaultPort: undefined, ports: [1, 2] })).to.deep.equal([]);
    });

    it("name the company, what is encrypted, what is Cognito's own, where the page would be, and other ports", () => {
        const notices = noticesOf({
            ...plain,
            pool: { notImitated: ["What is Cognito's own."], customDomain: "login.example.com" },
            company: ["Choose who signs in:", "  http://127.0.0.1:8404/"],
            encrypted: ["flexai-oidc:alarmEmail", "flexai-oidc:users[0].email"],
            ports: [8402, 8403],
        });
        expect(notices).to.deep.equal([
            "Choose who signs in:",
            "  http://127.0.0.1:8404/",
            "Encrypted in Pulumi.dev.yaml, so that a sample or the default stands here:",
            "  flexai-oidc:alarmEmail",
            "  flexai-oidc:users[0].email",
            "What is Cognito's own.",
            "In AWS, the sign-in page would be at https://login.example.com/",
            "Port 8400 or the next is taken, so this uses 8402 and 8403.",
        ]);
    });
});
