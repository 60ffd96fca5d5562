import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { createCustomDomain, type CustomDomainSettings } from "./customDomain";
import { removable } from "./destroyGuard";
import { domainOrigin, domainPrefix } from "./endpoints";
import { type Brand, loginStyle } from "./loginStyle";

/** Arguments of {@link ManagedLogin}. */
export interface ManagedLoginArgs extends CustomDomainSettings {
    /** Id of the user pool that gets the domain. */
    readonly userPoolId: pulumi.Input<string>;
    /** Id of the client whose sign-in page gets a style. */
    readonly clientId: pulumi.Input<string>;
    /** Region of the user pool. */
    readonly region: pulumi.Input<string>;
    /** Logo and color of the sign-in page. */
    readonly brand: Brand;
    /**
     * Domain that the user pool has already.
     *
     * @default a new domain, whose prefix is made of the pool's id
     */
    readonly existingDomain?: ExistingDomain | undefined;
}

/** A domain of a user pool that exists already. */
export interface ExistingDomain {
    /** Prefix, or the full name of a custom domain. */
    readonly domain: string;
    /** 1 for Cognito's classic sign-in page, 2 for its managed login. */
    readonly managedLoginVersion: number;
}

/** Cognito's managed login, version 2: the domain with its sign-in page and OAuth endpoints. */
export class ManagedLogin extends pulumi.ComponentResource {
    /** Origin of the domain that people are sent to: the custom one, if there is one. */
    readonly origin: pulumi.Output<string>;
    /** Origin of the prefix domain beside a custom one: its addresses go on working. */
    readonly prefixOrigin: pulumi.Output<string> | undefined;
    /** What the custom domain's name must point to, where its DNS is elsewhere. */
    readonly domainTarget: pulumi.Output<string> | undefined;
    /** What of it is not protected, because a change replaces it. */
    readonly unprotected: readonly pulumi.Resource[];

    constructor(name: string, args: ManagedLoginArgs, opts?: pulumi.ComponentResourceOptions) {
        super("flexai-oidc:index:ManagedLogin", name, {}, opts);
        const { userPoolId, clientId, brand, existingDomain, customDomain } = args;
        const managedLoginVersion = existingDomain?.managedLoginVersion ?? 2;

        const domain =
            existingDomain?.domain ??
            new aws.cognito.UserPoolDomain(
                name,
                {
                    userPoolId,
                    domain: pulumi.output(userPoolId).apply(domainPrefix),
                    managedLoginVersion: 2,
                },
                // A pool has one prefix domain at a time.
                { parent: this, deleteBeforeReplace: true },
            ).domain;
        // Without a style, a client's users see "Login pages unavailable"; the classic page has none.
        this.unprotected =
            managedLoginVersion === 1
                ? []
                : [
                      new aws.cognito.ManagedLoginBranding(
                          name,
                          { userPoolId, clientId, ...loginStyle(brand) },
                          // A client has one style at a time, and other images need another style.
                          removable({ parent: this, deleteBeforeReplace: true }),
                      ),
                  ];

        const custom =
            customDomain &&
            createCustomDomain(
                name,
                customDomain,
                { userPoolId, managedLoginVersion, tags: args.tags },
                { parent: this },
            );

        const originOf = (domain: pulumi.Input<string>) =>
            pulumi
                .all([domain, args.region])
                .apply(([domain, region]) => domainOrigin(domain, region));
        this.origin = originOf(custom?.domain ?? domain);
        this.prefixOrigin = custom && originOf(domain);
        this.domainTarget = custom?.target;
        this.registerOutputs({ origin: this.origin });
    }
}
