import { expect } from "chai";

import { adopt, fails } from "../../support/adoption";
import { userPoolId } from "../../support/foundUserPool";
import { inputsOf } from "../../support/program";

const cloudControl = "aws:cloudcontrol/getResource:getResource";
const client = "aws:cognito/userPoolClient:UserPoolClient";
const type = "AWS::Cognito::UserPoolIdentityProvider";

/** Adopts the pool with providers that AWS shows with these properties. */
function adoptWith(identityProviders: readonly string[], properties: unknown) {
    return adopt(
        {
            [cloudControl]: ({ typeName }) => ({
                properties: JSON.stringify(typeName === type ? properties : {}),
            }),
        },
        { identityProviders },
    );
}

describe("The sign-in page of a pool with identity providers", () => {
    it("offers the pool's own users alone by default, and looks up nothing", async () => {
        const run = await adopt();
        expect(inputsOf(run, client).supportedIdentityProviders).to.deep.equal(["COGNITO"]);
        expect(JSON.stringify(run.asked)).not.to.include(type);
    });

    it("offers those that the configuration names, each of which exists", async () => {
        const run = await adoptWith(["Studio", "COGNITO", "Google"], {});
        expect(run.error).to.equal(undefined);
        expect(inputsOf(run, client).supportedIdentityProviders).to.deep.equal([
            "Studio",
            "COGNITO",
            "Google",
        ]);
        expect(run.asked).to.deep.include.members(
            ["Studio", "Google"].map((name) => [
                cloudControl,
                { typeName: type, identifier: `${userPoolId}|${name}` },
            ]),
        );
    });

    it("may write the attributes that they set, but for those that no client may write", async () => {
        const run = await adoptWith(["Studio"], {
            AttributeMapping: {
                email: "mail",
                email_verified: "verified",
                username: "sub",
                name: "displayName",
                "custom:department": "department",
            },
        });
        expect(inputsOf(run, client).writeAttributes).to.deep.equal([
            "email",
            "preferred_username",
            "custom:department",
            "name",
        ]);
    });

    it("is refused with each provider that cannot be read, beside every other reason", async () => {
        const refuse = fails("ResourceNotFoundException");
        const { error, registrations } = await adopt(
            {
                [cloudControl]: (inputs) =>
                    inputs.typeName === type
                        ? refuse()
                        : { properties: JSON.stringify({ UserPoolTier: "LITE" }) },
            },
            { identityProviders: ["Studio", "Google"] },
        );
        const refusal = (name: string) =>
            `'flexai-oidc:identityProviders' value '${name}' is not an identity provider of user pool` +
            ` ${userPoolId} that can be read: ResourceNotFoundException Expected: COGNITO for the` +
            " pool's own users, or the name of one of its providers. Run: aws cognito-idp" +
            ` list-identity-providers --region eu-central-1 --user-pool-id ${userPoolId}`;
        const [, lite, ...reasons] = (error as Error).message.split("\n  - ");
        expect(lite).to.include("is on the plan LITE");
        expect(reasons).to.deep.equal([refusal("Google"), refusal("Studio")]);
        expect(registrations.filter((one) => !one.type.startsWith("pulumi:"))).to.be.empty;
    });
});
