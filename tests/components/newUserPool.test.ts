import { expect } from "chai";

import { runComponent } from "../support/component";
import { inputsOf } from "../support/program";

const type = "aws:cognito/userPool:UserPool";

describe("The user pool", () => {
    let pool: Readonly<Record<string, unknown>>;

    before(async () => {
        pool = inputsOf(await runComponent(), type);
    });

    it("signs in by username and, as an alias, by email", () => {
        expect(pool.aliasAttributes).to.deep.equal(["email"]);
        expect(pool).not.to.have.property("usernameAttributes");
    });

    it("ignores the case of names, where the API's default is case sensitive", () => {
        expect(pool.usernameConfiguration).to.deep.equal({ caseSensitive: false });
    });

    for (const [index, name] of ["email", "preferred_username"].entries()) {
        it(`requires ${name}, mutable, and sets every field of its schema entry`, () => {
            expect((pool.schemas as unknown[])[index]).to.deep.equal({
                name,
                attributeDataType: "String",
                required: true,
                mutable: true,
                developerOnlyAttribute: false,
                stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
            });
        });
    }

    it("requires nothing else, and preferred_username, being required, is not an alias", () => {
        expect(pool.schemas).to.have.lengthOf(2);
        expect(pool.aliasAttributes).not.to.include("preferred_username");
    });

    it("lets only administrators create users, who get an email that links to flexAI", () => {
        expect(pool.adminCreateUserConfig).to.deep.equal({
            allowAdminCreateUserOnly: true,
            inviteMessageTemplate: {
                emailSubject: "Your account for flexAI",
                emailMessage:
                    "<p>An account for flexAI has been created for you.</p>\n" +
                    '<p>Sign in at <a href="https://flexai.example.com/">https://flexai.example.com/</a></p>\n' +
                    "<p>User name: {username}<br>Temporary password: {####}</p>\n" +
                    "<p>The temporary password is valid for 7 days; you choose your own when you first sign in.</p>",
                smsMessage: "flexAI: user name {username}, temporary password {####}",
            },
        });
    });

    it("sends the configured invitation, with flexAI's address under its first name for {url}", async () => {
        const { adminCreateUserConfig } = inputsOf(
            await runComponent({
                otherHostnames: ["flexai.lan"],
                invitation: {
                    subject: "flexAI at {url}",
                    message: "<p>{url} or {url}: {username}, {####}</p>",
                },
            }),
            type,
        );
        expect(adminCreateUserConfig).to.deep.equal({
            allowAdminCreateUserOnly: true,
            inviteMessageTemplate: {
                emailSubject: "flexAI at https://flexai.example.com/",
                emailMessage:
                    "<p>https://flexai.example.com/ or https://flexai.example.com/: {username}, {####}</p>",
                smsMessage: "flexAI: user name {username}, temporary password {####}",
            },
        });
    });

    it("has the default of a part of the invitation that is not configured", async () => {
        const { adminCreateUserConfig } = inputsOf(
            await runComponent({ invitation: { subject: "flexAI" } }),
            type,
        );
        const usual = pool.adminCreateUserConfig as { readonly inviteMessageTemplate: object };
        expect(adminCreateUserConfig).to.deep.equal({
            ...usual,
            inviteMessageTemplate: { ...usual.inviteMessageTemplate, emailSubject: "flexAI" },
        });
    });

    it("requires passwords of 14 characters of all four classes, none of the last five, temporary ones for 7 days", () => {
        expect(pool.passwordPolicy).to.deep.equal({
            minimumLength: 14,
            requireLowercase: true,
            requireUppercase: true,
            requireNumbers: true,
            requireSymbols: true,
            passwordHistorySize: 5,
            temporaryPasswordValidityDays: 7,
        });
    });

    it("verifies emails, and a new one before it replaces the old", () => {
        expect(pool.autoVerifiedAttributes).to.deep.equal(["email"]);
        expect(pool.userAttributeUpdateSettings).to.deep.equal({
            attributesRequireVerificationBeforeUpdates: ["email"],
        });
    });

    it("recovers accounts by the verified email alone", () => {
        expect(pool.accountRecoverySetting).to.deep.equal({
            recoveryMechanisms: [{ name: "verified_email", priority: 1 }],
        });
    });

    it("states that it asks for no second factor", () => {
        expect(pool.mfaConfiguration).to.equal("OFF");
        expect(pool).not.to.have.property("softwareTokenMfaConfiguration");
    });

    it("requires an authenticator app of everybody, and changes nothing else for it", async () => {
        const withMfa = inputsOf(await runComponent({ mfa: "required" }), type);
        expect(withMfa).to.deep.equal({
            ...pool,
            mfaConfiguration: "ON",
            softwareTokenMfaConfiguration: { enabled: true },
        });
    });

    it("has no smsConfiguration, which cannot be removed again", () => {
        expect(pool).not.to.have.property("smsConfiguration");
    });

    it("is of tier ESSENTIALS, which triggers of version 2 and a password history need", () => {
        expect(pool.userPoolTier).to.equal("ESSENTIALS");
    });

    it("T12: wires the trigger as V2_0 and leaves V1's preTokenGeneration unset", () => {
        expect(pool.lambdaConfig).to.deep.equal({
            preTokenGenerationConfig: {
                lambdaArn:
                    "arn:aws:lambda:eu-central-1:123456789012:function:cognito-custom-roles-oidc-flexai",
                lambdaVersion: "V2_0",
            },
        });
    });

    it("is locked in AWS", () => {
        expect(pool.deletionProtection).to.equal("ACTIVE");
    });

    it("states that it is not locked in AWS when nothing is to be protected", async () => {
        const unlocked = inputsOf(await runComponent({ deletionProtection: false }), type);
        expect(unlocked).to.deep.equal({ ...pool, deletionProtection: "INACTIVE" });
    });

    it("carries the tags", () => {
        expect(pool.tags).to.deep.equal({ Project: "flexai-oidc", Stack: "prod" });
    });

    it("has no other inputs, and no name, so that Pulumi makes one for each stack", () => {
        expect(Object.keys(pool).sort()).to.deep.equal([
            "accountRecoverySetting",
            "adminCreateUserConfig",
            "aliasAttributes",
            "autoVerifiedAttributes",
            "deletionProtection",
            "emailConfiguration",
            "lambdaConfig",
            "mfaConfiguration",
            "passwordPolicy",
            "schemas",
            "tags",
            "userAttributeUpdateSettings",
            "userPoolTier",
            "usernameConfiguration",
        ]);
    });
});
