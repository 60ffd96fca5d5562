import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

import { flexaiAddresses } from "../flexai/addresses";
import { configurationFile } from "../flexai/configurationFile";
import { signOutUrl, userPoolEndpoints } from "./endpoints";
import { type ExistingUserPool, existingUserPool } from "./existingUserPool";
import { ManagedLogin } from "./managedLogin";
import { newUserPool, type NewUserPoolSettings } from "./newUserPool";
import {
    PreTokenGenerationTrigger,
    type PreTokenGenerationTriggerArgs,
} from "./preTokenGenerationTrigger";
import type { StackOutputs } from "./stackOutputs";
import { createUserGroups } from "./userGroups";
import { createUserPoolClient } from "./userPoolClient";
import { createUsers, type User } from "./users";

/** Arguments of {@link OpenIdProvider}: those of what it is made of, and these. */
export interface OpenIdProviderArgs extends NewUserPoolSettings, PreTokenGenerationTriggerArgs {
    /** Host name of flexAI, with a port unless that is 443. */
    readonly hostname: string;
    /** People to create. */
    readonly users: readonly User[];
    /**
     * User pool to take over. Nothing of it changes but its pre token generation trigger.
     *
     * @default a new user pool
     */
    readonly existingUserPool?: ExistingUserPool | undefined;
}

/**
 * flexAI's OpenID Provider: a Cognito user pool whose tokens carry the user's roles, with flexAI's
 * client and a sign-in page.
 */
export class OpenIdProvider extends pulumi.ComponentResource {
    /** What flexAI and whoever runs it need to know, by the names that `pulumi up` prints. */
    readonly outputs: { readonly [Name in keyof StackOutputs]: pulumi.Output<StackOutputs[Name]> };

    constructor(name: string, args: OpenIdProviderArgs, opts?: pulumi.ComponentResourceOptions) {
        const protect = args.deletionProtection;
        super("flexai-oidc:index:OpenIdProvider", name, {}, { ...opts, protect });
        const child = { parent: this };
        const flexai = flexaiAddresses(`https://${args.hostname}`);
        const source = args.existingUserPool
            ? existingUserPool(args.existingUserPool)
            : newUserPool(args, flexai.home);

        const trigger = new PreTokenGenerationTrigger(`cognito-custom-roles-oidc-${name}`, args, {
            ...child,
            retainOnDelete: source.outlivesStack,
        });
        const pool = source.register(name, trigger.functionArn, child);
        const groups = createUserGroups(args.roles, pool.id, (role) => ({
            ...child,
            ...source.groupOptions(role),
        }));
        const memberships = createUsers(args.users, groups, pool.id, child);
        const cookieKey = new random.RandomPassword(
            `${name}-hmac`,
            // Not RandomBytes: its id is the secret itself, in clear text in the state.
            { length: 64, special: false },
            // So that the operator can replace it.
            { ...child, protect: false },
        );
        const client = createUserPoolClient(name, pool.id, flexai, {
            ...child,
            // A destroy must fail at the protected client before it deletes what is not protected.
            dependsOn: [cookieKey, ...memberships],
        });
        const login = new ManagedLogin(
            name,
            {
                userPoolId: pool.id,
                clientId: client.id,
                region: pool.region,
                existingDomain: source.domain,
            },
            child,
        );

        const endpoints = pulumi
            .all([pool.endpoint, login.origin])
            .apply(([issuer, domain]) => userPoolEndpoints(`https://${issuer}`, domain));
        this.outputs = {
            issuer: endpoints.issuer,
            discoveryUrl: endpoints.discoveryUrl,
            jwksUri: endpoints.jwksUri,
            authorizationEndpoint: endpoints.authorizationEndpoint,
            tokenEndpoint: endpoints.tokenEndpoint,
            userinfoEndpoint: endpoints.userinfoEndpoint,
            endSessionEndpoint: endpoints.endSessionEndpoint,
            signOutUrl: pulumi
                .all([endpoints.endSessionEndpoint, client.id])
                .apply(([endpoint, clientId]) => signOutUrl(endpoint, clientId, flexai.signOut)),
            redirectUris: pulumi.output(flexai.redirectUris),
            rolesClaim: pulumi.output(args.rolesClaim),
            clientId: client.id,
            clientSecret: pulumi.secret(client.clientSecret),
            userPoolId: pool.id,
            flexaiConfig: pulumi.secret(
                pulumi
                    .all([endpoints, client.id, client.clientSecret, cookieKey.result])
                    .apply(([endpoints, clientId, clientSecret, hmacSecret]) =>
                        configurationFile({ ...endpoints, clientId, clientSecret, hmacSecret }),
                    ),
            ),
        };
        this.registerOutputs(this.outputs);
    }
}
