import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A company's identity provider that supports OIDC. */
export interface CompanyProvider {
    /** Its issuer, as in OIDC Discovery. */
    readonly issuer: string;
    /** Id of the client that the company registered. */
    readonly clientId: string;
    /** Secret of that client. */
    readonly clientSecret: pulumi.Input<string>;
    /** Claims of its ID token. */
    readonly claims: {
        /** Carries the email, without which Cognito refuses a sign-in. */
        readonly email: string;
        /** Carries the name by which flexAI tells people apart. */
        readonly preferredUsername: string;
        /** Carries the groups. */
        readonly groups: string;
    };
}

/** User attribute into which Cognito writes the company's groups at each sign-in. */
export const groupsAttribute = "flexai_groups";

/** Its name outside the schema, as mappings and clients have it. */
export const customGroupsAttribute = `custom:${groupsAttribute}`;

/**
 * Registers a company's identity provider with the pool.
 *
 * @param providerName - Its name in the pool
 */
export function createIdentityProvider(
    name: string,
    userPoolId: pulumi.Input<string>,
    providerName: string,
    { issuer, clientId, clientSecret, claims }: CompanyProvider,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.IdentityProvider {
    return new aws.cognito.IdentityProvider(
        name,
        {
            userPoolId,
            providerName,
            providerType: "OIDC",
            providerDetails: {
                oidc_issuer: issuer,
                client_id: clientId,
                // The provider keeps its details in the state and does not mark the secret itself.
                client_secret: pulumi.secret(clientSecret),
                authorize_scopes: "openid email profile",
                attributes_request_method: "GET",
                // Cognito adds this and the username: unless stated, both would show as a difference forever.
                attributes_url_add_attributes: "false",
            },
            // Never email_verified: a verified address is taken away from the local user who has it.
            attributeMapping: {
                username: "sub",
                email: claims.email,
                preferred_username: claims.preferredUsername,
                [customGroupsAttribute]: claims.groups,
            },
        },
        opts,
    );
}
