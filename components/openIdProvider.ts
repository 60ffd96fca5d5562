import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

import { flexaiConfig } from "../flexaiConfig";
import { adoptUserPool, type ExistingUserPool } from "./adoptedUserPool";
import { redirectUris, signOutUrl } from "./endpoints";
import { ManagedLogin } from "./managedLogin";
import { PreTokenGenerationTrigger } from "./preTokenGenerationTrigger";
import { createUserGroups } from "./userGroups";
import { createUserPool } from "./userPool";
import { userPoolClientArgs } from "./userPoolClient";
import { createUsers, type User } from "./users";

/** Arguments of {@link OpenIdProvider}. */
export interface OpenIdProviderArgs {
    /** Host name of flexAI, with a port unless that is 443. */
    readonly hostname: string;
    /** Roles to give out, the highest first; each has a group in the user pool. */
    readonly roles: readonly string[];
    /** Roles that every user of the pool holds without being in a group; some of `roles`. */
    readonly defaultRoles: readonly string[];
    /** Name of the claim that carries a user's roles. */
    readonly rolesClaim: string;
    /** People to create. */
    readonly users: readonly User[];
    /** Whether AWS and Pulumi refuse to delete or replace what holds people or what flexAI refers to. */
    readonly deletionProtection: boolean;
    /** Days that CloudWatch keeps the trigger's log. */
    readonly logRetentionDays: pulumi.Input<number>;
    /** Tags of everything that takes tags. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /**
     * User pool to take over. Nothing of it is changed but its pre token generation trigger.
     *
     * @default a new user pool
     */
    readonly existingUserPool?: ExistingUserPool;
}

/**
 * flexAI's OpenID Provider: a Cognito user pool whose tokens carry the user's roles, flexAI's client
 * in it, and a page to sign in.
 */
export class OpenIdProvider extends pulumi.ComponentResource {
    /** Issuer of the tokens, their `iss`. OIDC Core, section 2. */
    readonly issuer!: pulumi.Output<string>;
    /** Address of the provider's metadata. OIDC Discovery, section 4. */
    readonly discoveryUrl!: pulumi.Output<string>;
    /** Address of the keys that tokens are verified with. */
    readonly jwksUri!: pulumi.Output<string>;
    /** Address that flexAI sends the browser to for a sign-in. */
    readonly authorizationEndpoint!: pulumi.Output<string>;
    /** Address where flexAI exchanges a code or a refresh token for tokens. */
    readonly tokenEndpoint!: pulumi.Output<string>;
    /** Address that tells a user's attributes, without the roles. */
    readonly userinfoEndpoint!: pulumi.Output<string>;
    /** Address that ends Cognito's session; takes Cognito's parameters instead of OIDC's. */
    readonly endSessionEndpoint!: pulumi.Output<string>;
    /** Finished address of a sign-out link: ends Cognito's session, then flexAI's. */
    readonly signOutUrl!: pulumi.Output<string>;
    /** Addresses that Cognito may send the browser back to with a code. */
    readonly redirectUris!: pulumi.Output<string[]>;
    /** Name of the claim that carries a user's roles. */
    readonly rolesClaim!: pulumi.Output<string>;
    /** Id of flexAI's client. */
    readonly clientId!: pulumi.Output<string>;
    /** Secret of flexAI's client, a secret output. */
    readonly clientSecret!: pulumi.Output<string>;
    /** Id of the user pool, for `aws cognito-idp`. */
    readonly userPoolId!: pulumi.Output<string>;
    /** Authentication section of flexAI's configuration file, a secret output. */
    readonly flexaiConfig!: pulumi.Output<string>;

    constructor(name: string, args: OpenIdProviderArgs, opts?: pulumi.ComponentResourceOptions) {
        const protect = args.deletionProtection;
        super("flexai-oidc:index:OpenIdProvider", name, {}, { ...opts, protect });
        const child = { parent: this };
        const existing = args.existingUserPool;

        const trigger = new PreTokenGenerationTrigger(
            `cognito-custom-roles-oidc-${name}`,
            args,
            existing ? { ...child, retainOnDelete: true } : child,
        );
        const pool = existing
            ? adoptUserPool(name, existing, trigger.functionArn, child)
            : createUserPool(name, args, trigger.functionArn, child);
        const groups = createUserGroups(args.roles, pool.id, existing, child);
        const memberships = createUsers(args.users, groups, pool.id, this);
        const hmacSecret = new random.RandomPassword(
            `${name}-hmac`,
            // Not RandomBytes, whose id is the secret itself, in clear in the state.
            { length: 64, special: false },
            // May be replaced on request.
            { ...child, protect: false },
        );
        const client = new aws.cognito.UserPoolClient(
            name,
            userPoolClientArgs(pool.id, args.hostname),
            // A destroy stops at the protected client before it reaches what is not protected.
            { ...child, dependsOn: [hmacSecret, ...memberships] },
        );
        const login = new ManagedLogin(
            name,
            {
                userPoolId: pool.id,
                clientId: client.id,
                region: pool.region,
                existingDomain: existing?.domain,
            },
            child,
        );
        const issuer = pulumi.interpolate`https://${pool.endpoint}`;
        const { authorizationEndpoint, tokenEndpoint, userinfoEndpoint, endSessionEndpoint } =
            login;
        const flexaiValues = {
            issuer,
            jwksUri: pulumi.interpolate`${issuer}/.well-known/jwks.json`,
            authorizationEndpoint,
            tokenEndpoint,
            userinfoEndpoint,
            endSessionEndpoint,
            clientId: client.id,
            clientSecret: pulumi.secret(client.clientSecret),
        };
        const outputs: Outputs = {
            ...flexaiValues,
            discoveryUrl: pulumi.interpolate`${issuer}/.well-known/openid-configuration`,
            signOutUrl: pulumi
                .all([endSessionEndpoint, client.id])
                .apply(([endpoint, id]) => signOutUrl(endpoint, id, args.hostname)),
            redirectUris: pulumi.output(redirectUris(args.hostname)),
            rolesClaim: pulumi.output(args.rolesClaim),
            userPoolId: pool.id,
            flexaiConfig: pulumi.secret(
                pulumi
                    .output({ ...flexaiValues, hmacSecret: hmacSecret.result })
                    .apply(flexaiConfig),
            ),
        };
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}

type Outputs = Omit<OpenIdProvider, keyof pulumi.ComponentResource>;

/** The outputs of a stack once it is deployed, by the names that `pulumi up` prints. */
export type StackOutputs = Readonly<pulumi.Unwrap<Outputs>>;
