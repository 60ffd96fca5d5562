import type * as pulumi from "@pulumi/pulumi";

import type { CompanyLoginSetup } from "./companyLogin";
import type { Endpoints } from "./endpoints";

/** The outputs of a stack, by the names that `pulumi up` prints. */
export interface StackOutputs extends Endpoints {
    /** Sign-out link for flexAI under its first name: ends Cognito's session, then flexAI's. */
    readonly signOutUrl: string;
    /** Sign-out links, one for each name: flexAI has a session of its own under each. */
    readonly signOutUrls: readonly string[];
    /** Where Cognito may send the browser back to with a code. */
    readonly redirectUris: readonly string[];
    /** Claim that carries a user's roles. */
    readonly rolesClaim: string;
    /** Id of flexAI's client. */
    readonly clientId: string;
    /** Secret of flexAI's client; a secret output. */
    readonly clientSecret: string;
    /** Id of the user pool, for `aws cognito-idp`. */
    readonly userPoolId: string;
    /** Page of the user pool in the AWS console. */
    readonly consoleUrl: string;
    /** Authentication section of flexAI's configuration file; a secret output. */
    readonly flexaiConfig: string;
    /** Identity in Amazon SES that Cognito's emails come from; absent where they come from Cognito's own. */
    readonly emailIdentityArn?: string | undefined;
    /** Topic of Amazon SNS to which the alarms go; absent without alarms. */
    readonly alarmTopicArn?: string | undefined;
    /** Origin of the prefix domain, which goes on working beside a custom one; absent without one. */
    readonly prefixOrigin?: string | undefined;
    /** What a custom domain's name must point to; absent unless its DNS is not in Route 53. */
    readonly domainTarget?: string | undefined;
    /** What a company's administrator has to register; absent without a company's login. */
    readonly companyLoginSetup?: CompanyLoginSetup | undefined;
}

/** The outputs of a stack before they are known. */
export type PendingOutputs = {
    readonly [Name in keyof StackOutputs]:
        pulumi.Output<NonNullable<StackOutputs[Name]>> | Extract<StackOutputs[Name], undefined>;
};

/** Picks the stack's outputs from a component that has them and other properties. */
export function stackOutputs(provider: PendingOutputs): PendingOutputs {
    const { emailIdentityArn, alarmTopicArn, prefixOrigin, domainTarget, companyLoginSetup } =
        provider;
    return {
        issuer: provider.issuer,
        discoveryUrl: provider.discoveryUrl,
        authorizationEndpoint: provider.authorizationEndpoint,
        tokenEndpoint: provider.tokenEndpoint,
        userinfoEndpoint: provider.userinfoEndpoint,
        jwksUri: provider.jwksUri,
        endSessionEndpoint: provider.endSessionEndpoint,
        signOutUrl: provider.signOutUrl,
        signOutUrls: provider.signOutUrls,
        redirectUris: provider.redirectUris,
        rolesClaim: provider.rolesClaim,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        userPoolId: provider.userPoolId,
        consoleUrl: provider.consoleUrl,
        flexaiConfig: provider.flexaiConfig,
        // Pulumi warns of an output that is there and undefined.
        ...(emailIdentityArn && { emailIdentityArn }),
        ...(alarmTopicArn && { alarmTopicArn }),
        ...(prefixOrigin && { prefixOrigin }),
        ...(domainTarget && { domainTarget }),
        ...(companyLoginSetup && { companyLoginSetup }),
    };
}
