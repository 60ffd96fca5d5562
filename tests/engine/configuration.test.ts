import { expect } from "chai";

import { useStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { anna } from "./support/people";

describe("A configuration that is refused", () => {
    const stack = useStack("dev", {});
    afterEach(() => {
        expect(stack.aws.calls, "what reached AWS").to.be.empty;
    });

    it("is reported with every wrong type at once, each with what to do", async () => {
        stack.configureAlone({
            hostname: "flexai",
            deletionProtection: "maybe",
            logRetentionDays: "long",
            users: "anna",
            roles: "flexai-user",
            otherHostnames: 5,
            brand: "logo.png",
        });
        const { words, steps } = await refused(stack.up());
        for (const problem of [
            "'flexai-oidc:deletionProtection' value 'maybe' is neither true nor false",
            "'flexai-oidc:logRetentionDays' value 'long' is not",
            "'flexai-oidc:users' value 'anna' is not a list",
            "'flexai-oidc:roles' value 'flexai-user' is not a list",
            "'flexai-oidc:otherHostnames' value '5' is not a list",
            "'flexai-oidc:brand' value 'logo.png' is not",
        ]) {
            expect(words).to.include(problem);
        }
        expect(steps).to.be.empty;
    });

    it("is accepted as JSON in place of a list or an object", async () => {
        stack.configureAlone({ hostname: "flexai" });
        await stack.run(`pulumi config set otherHostnames '["a.lan"]'`);
        await stack.run(`pulumi config set invitation '{"subject":"flexAI"}'`);
        await accepted(stack.preview());
    });

    it("names the command for a missing host name, and shows no stack trace", async () => {
        stack.configureAlone({});
        const { output, steps } = await refused(stack.up());
        expect(output).to.include(
            "      - 'flexai-oidc:hostname' is missing: a host name of flexAI such as\n" +
                "        flexai.example.com or flexai, with a port such as :8443 unless that is\n" +
                "        443. Run, with your own in place of YOUR_HOST_NAME:\n" +
                "          pulumi config set --stack dev hostname YOUR_HOST_NAME\n",
        );
        expect(output).not.to.match(/^\s+at /m);
        expect(output).not.to.include("Unhandled");
        expect(steps).to.be.empty;
    });

    it("names every problem in one message", async () => {
        stack.configureAlone({
            logRetentionDays: 13,
            defaultRoles: ["king"],
            hostnmae: "flexai",
            deletionProtection: true,
            "aws:allowedAccountIds": undefined,
        });
        const { output, words } = await refused(stack.up());
        const message = words.slice(words.indexOf("is refused:"));
        for (const key of ["hostname", "logRetentionDays", "defaultRoles[0]", "hostnmae"]) {
            expect(message).to.include(`- 'flexai-oidc:${key}' `);
        }
        expect(message).to.include(
            "one. 123456789012 is the account of your present credentials; check that it is the right one. Run: pulumi config" +
                " set --stack dev --path --type string 'aws:allowedAccountIds[0]' 123456789012 ",
        );
        expect(output).not.to.match(/^\s+at /m);
    });

    it("shows a user's value that has become a date in YAML as it was written", async () => {
        const username = new Date("2024-01-31");
        stack.configureAlone({ hostname: "flexai", users: [{ ...anna, username }] });
        expect((await refused(stack.preview())).words).to.include(
            `' is a date, not a string. In Pulumi.dev.yaml, write for user '2024-01-31 00:00:00 +0000 UTC': username: "2024-01-31"`,
        );
    });
});
