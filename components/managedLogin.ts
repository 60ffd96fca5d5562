import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { domainEndpoints, domainPrefix } from "./endpoints";

/** Arguments of {@link ManagedLogin}. */
export interface ManagedLoginArgs {
    /** Id of the user pool that gets the domain. */
    readonly userPoolId: pulumi.Input<string>;
    /** Id of the client whose sign-in page gets a style. */
    readonly clientId: pulumi.Input<string>;
    /** Region of the user pool. */
    readonly region: pulumi.Input<string>;
}

/** Cognito's managed login, version 2: the domain with its sign-in page and OAuth endpoints. */
export class ManagedLogin extends pulumi.ComponentResource {
    /** Address that starts a sign-in. */
    readonly authorizationEndpoint: pulumi.Output<string>;
    /** Address that hands out tokens. */
    readonly tokenEndpoint: pulumi.Output<string>;
    /** Address that tells a user's attributes. */
    readonly userinfoEndpoint: pulumi.Output<string>;
    /** Address that ends Cognito's session. */
    readonly endSessionEndpoint: pulumi.Output<string>;

    constructor(name: string, args: ManagedLoginArgs, opts?: pulumi.ComponentResourceOptions) {
        super("flexai-oidc:index:ManagedLogin", name, {}, opts);
        const { userPoolId, clientId } = args;

        const domain = new aws.cognito.UserPoolDomain(
            name,
            {
                userPoolId,
                domain: pulumi.output(userPoolId).apply(domainPrefix),
                managedLoginVersion: 2,
            },
            // A pool has one prefix domain at a time.
            { parent: this, deleteBeforeReplace: true },
        );
        // Without a style of its own a client is shown "Login pages unavailable".
        new aws.cognito.ManagedLoginBranding(
            name,
            { userPoolId, clientId, useCognitoProvidedValues: true },
            { parent: this },
        );

        const endpoints = pulumi
            .all([domain.domain, args.region])
            .apply(([prefix, region]) => domainEndpoints(prefix, region));
        this.authorizationEndpoint = endpoints.authorizationEndpoint;
        this.tokenEndpoint = endpoints.tokenEndpoint;
        this.userinfoEndpoint = endpoints.userinfoEndpoint;
        this.endSessionEndpoint = endpoints.endSessionEndpoint;
        this.registerOutputs({
            authorizationEndpoint: this.authorizationEndpoint,
            tokenEndpoint: this.tokenEndpoint,
            userinfoEndpoint: this.userinfoEndpoint,
            endSessionEndpoint: this.endSessionEndpoint,
        });
    }
}
