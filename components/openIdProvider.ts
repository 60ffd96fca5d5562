import * as pulumi from "@pulumi/pulumi";

import { flexaiAddresses, flexaiOrigin } from "../flexai/addresses";
import { type AlarmSettings, createAlarms } from "./alarms";
import { companyLoginSetup, type CompanyLoginSetup } from "./companyLogin";
import type { CustomDomainSettings } from "./customDomain";
import { DestroyGuard } from "./destroyGuard";
import { consoleUrl, signOutUrlsOf, userPoolEndpoints } from "./endpoints";
import { type ExistingUserPool, existingUserPool } from "./existingUserPool";
import { createCookieKey, flexaiConfig, type FlexaiConfigSettings } from "./flexaiConfig";
import type { Brand } from "./loginStyle";
import { ManagedLogin } from "./managedLogin";
import { newUserPool, type NewUserPoolSettings } from "./newUserPool";
import {
    PreTokenGenerationTrigger,
    type PreTokenGenerationTriggerArgs,
} from "./preTokenGenerationTrigger";
import { type PendingOutputs, stackOutputs } from "./stackOutputs";
import { createUserPoolClient } from "./userPoolClient";
import { createUserGroups, createUsers, type User } from "./users";

/** Arguments of {@link OpenIdProvider}: those of what it is made of, and these. */
export interface OpenIdProviderArgs
    extends
        NewUserPoolSettings,
        PreTokenGenerationTriggerArgs,
        FlexaiConfigSettings,
        CustomDomainSettings,
        AlarmSettings {
    /** Host name of flexAI, with its port unless that is 443. */
    readonly hostname: string;
    /** Further names under which people open the same flexAI, like `hostname`. */
    readonly otherHostnames: readonly string[];
    /** Logo and color of the sign-in page; what it leaves out is Cognito's own. */
    readonly brand: Brand;
    /** People to create. */
    readonly users: readonly User[];
    /**
     * User pool to take over. Of its settings, only its pre token generation trigger is changed.
     *
     * @default a new user pool
     */
    readonly existingUserPool?: ExistingUserPool | undefined;
}

/**
 * flexAI's OpenID Provider: a Cognito user pool whose tokens carry the user's roles, with flexAI's
 * client and a sign-in page.
 */
export class OpenIdProvider extends pulumi.ComponentResource implements PendingOutputs {
    readonly issuer: pulumi.Output<string>;
    readonly discoveryUrl: pulumi.Output<string>;
    readonly authorizationEndpoint: pulumi.Output<string>;
    readonly tokenEndpoint: pulumi.Output<string>;
    readonly userinfoEndpoint: pulumi.Output<string>;
    readonly jwksUri: pulumi.Output<string>;
    readonly endSessionEndpoint: pulumi.Output<string>;
    readonly signOutUrl: pulumi.Output<string>;
    readonly signOutUrls: pulumi.Output<readonly string[]>;
    readonly redirectUris: pulumi.Output<readonly string[]>;
    readonly rolesClaim: pulumi.Output<string>;
    readonly clientId: pulumi.Output<string>;
    readonly clientSecret: pulumi.Output<string>;
    readonly userPoolId: pulumi.Output<string>;
    readonly consoleUrl: pulumi.Output<string>;
    readonly flexaiConfig: pulumi.Output<string>;
    readonly emailIdentityArn: pulumi.Output<string> | undefined;
    readonly alarmTopicArn: pulumi.Output<string> | undefined;
    readonly prefixOrigin: pulumi.Output<string> | undefined;
    readonly domainTarget: pulumi.Output<string> | undefined;
    readonly companyLoginSetup: pulumi.Output<CompanyLoginSetup> | undefined;

    constructor(name: string, args: OpenIdProviderArgs, opts?: pulumi.ComponentResourceOptions) {
        const protect = args.deletionProtection;
        super("flexai-oidc:index:OpenIdProvider", name, {}, { ...opts, protect });
        const child = { parent: this };
        const flexai = flexaiAddresses(
            flexaiOrigin(args.hostname),
            ...args.otherHostnames.map(flexaiOrigin),
        );
        const source = args.existingUserPool
            ? existingUserPool(args.existingUserPool)
            : newUserPool(args, flexai.home);

        const trigger = new PreTokenGenerationTrigger(`cognito-custom-roles-oidc-${name}`, args, {
            ...child,
            retainOnDelete: source.outlivesStack,
        });
        const userPool = source.register(name, trigger.functionArn, child);
        const { pool, unprotected } = userPool;
        const groups = createUserGroups(args.roles, pool.id, (role) => ({
            ...child,
            ...source.groupOptions(role),
        }));
        const cookieKey = createCookieKey(name, child);
        const client = createUserPoolClient(name, flexai, userPool, child);
        const login = new ManagedLogin(
            name,
            {
                ...args,
                userPoolId: pool.id,
                clientId: client.id,
                region: pool.region,
                existingDomain: source.domain,
            },
            child,
        );
        const memberships = createUsers(args.users, groups, pool.id, {
            ...child,
            // A user who cannot be created must not keep flexAI from its client and sign-in page.
            dependsOn: [client, login],
        });
        const alarms = createAlarms(name, args, trigger.functionName, child);
        const others = [...unprotected, ...login.unprotected, ...alarms.unprotected];
        new DestroyGuard(name, { unprotected: [cookieKey, ...memberships, ...others] }, child);

        const endpoints = pulumi
            .all([pool.endpoint, login.origin])
            .apply(([issuer, domain]) => userPoolEndpoints(`https://${issuer}`, domain));
        this.issuer = endpoints.issuer;
        this.discoveryUrl = endpoints.discoveryUrl;
        this.authorizationEndpoint = endpoints.authorizationEndpoint;
        this.tokenEndpoint = endpoints.tokenEndpoint;
        this.userinfoEndpoint = endpoints.userinfoEndpoint;
        this.jwksUri = endpoints.jwksUri;
        this.endSessionEndpoint = endpoints.endSessionEndpoint;
        const signOutUrls = pulumi
            .all([endpoints.endSessionEndpoint, client.id])
            .apply(([endpoint, clientId]) => signOutUrlsOf(endpoint, clientId, flexai.signOuts));
        this.signOutUrl = signOutUrls.apply(([first]) => first);
        this.signOutUrls = signOutUrls;
        this.redirectUris = pulumi.output(flexai.redirectUris);
        this.rolesClaim = pulumi.output(args.rolesClaim);
        this.clientId = client.id;
        // Mocks and older engines do not know by themselves that it is a secret.
        this.clientSecret = pulumi.secret(client.clientSecret);
        this.userPoolId = pool.id;
        this.consoleUrl = pulumi
            .all([pool.region, pool.id])
            .apply(([region, userPoolId]) => consoleUrl(region, userPoolId));
        this.flexaiConfig = flexaiConfig(args, endpoints, client, cookieKey);
        this.emailIdentityArn = args.emailSender && pulumi.output(args.emailSender.identityArn);
        this.alarmTopicArn = alarms.topicArn;
        this.prefixOrigin = login.prefixOrigin;
        this.domainTarget = login.domainTarget;
        this.companyLoginSetup = companyLoginSetup(args, pool.id, login.origin);
        this.registerOutputs(stackOutputs(this));
    }
}
