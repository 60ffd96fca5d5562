import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { CompanyRolesOptions } from "../functions/companyRoles";
import { companyCallbackPath } from "./endpoints";
import {
    type CompanyProvider,
    createIdentityProvider,
    customGroupsAttribute,
    groupsAttribute,
} from "./identityProvider";
import type { RegisteredUserPool } from "./userPoolSource";

/** Sign-in with the accounts of a company, at its identity provider. */
export interface CompanyLogin {
    /** Name of the identity provider in the pool, and on its button. Another name makes everybody a new user. */
    readonly name: string;
    /**
     * The identity provider, once the company's administrator has registered the pool there.
     *
     * @default none
     */
    readonly provider?: CompanyProvider | undefined;
    /** Roles by the company's groups that grant them. */
    readonly grants: Readonly<Record<string, readonly string[]>>;
    /** Whether people sign in there and nowhere else: no form for the pool's own users. */
    readonly only: boolean;
}

/** Settings of the sign-in with a company's accounts. */
export interface CompanyLoginSettings {
    /**
     * Sign-in with the accounts of a company.
     *
     * @default none
     */
    readonly companyLogin?: CompanyLogin | undefined;
    /**
     * Whether the deployed pool has the attribute for a company's groups, which can never be removed.
     *
     * @default false
     */
    readonly hasCompanyGroups?: boolean;
}

/** What the administrator of a company's identity provider has to register, and what came back. */
export interface CompanyLoginSetup {
    /** Name of the provider in the pool. */
    readonly name: string;
    /** OIDC: the redirect URI of the client. */
    readonly oidcRedirectUri: string;
    /** SAML: the entity id of the pool. */
    readonly samlEntityId: string;
    /** SAML: where assertions are sent to. */
    readonly samlReplyUrl: string;
    /** Issuer, once it is set. */
    readonly issuer?: string;
}

/**
 * Attributes of users that a company's login needs. Once a pool has them, they stay: Cognito never
 * removes an attribute, and the update would fail.
 */
export function groupsAttributes({
    companyLogin,
    hasCompanyGroups = false,
}: CompanyLoginSettings): string[] {
    return companyLogin || hasCompanyGroups ? [groupsAttribute] : [];
}

/** Registers the company's identity provider, once there is one, and settles who the client lets in. */
export function registerCompanyLogin(
    name: string,
    pool: aws.cognito.UserPool,
    { companyLogin }: CompanyLoginSettings,
    opts: pulumi.CustomResourceOptions,
): RegisteredUserPool {
    if (!companyLogin) {
        return { pool, unprotected: [], identityProviders: ["COGNITO"], writableAttributes: [] };
    }
    const { provider, only } = companyLogin;
    const providers = provider
        ? [createIdentityProvider(name, pool.id, companyLogin.name, provider, opts)]
        : [];
    return {
        pool,
        unprotected: providers,
        identityProviders: [
            ...(only ? [] : ["COGNITO"]),
            // Of the resource, so that the client is updated after the provider exists and before it is deleted.
            ...providers.map(({ providerName }) => providerName),
        ],
        // Cognito writes the company's groups as flexAI's client.
        writableAttributes: [customGroupsAttribute],
    };
}

/** What the trigger must know of the company, `undefined` before there is a provider. */
export function companyRolesOptions({
    companyLogin,
}: CompanyLoginSettings): CompanyRolesOptions | undefined {
    if (!companyLogin?.provider) return undefined;
    const { name, grants } = companyLogin;
    return { provider: name, grants: JSON.stringify(grants) };
}

/**
 * Builds what the company's administrator has to register, if there is a company's login. Source:
 * Cognito's developer guide.
 *
 * @param origin - Of the pool's domain that people are sent to
 */
export function companyLoginSetup(
    { companyLogin }: CompanyLoginSettings,
    userPoolId: pulumi.Output<string>,
    origin: pulumi.Output<string>,
): pulumi.Output<CompanyLoginSetup> | undefined {
    if (!companyLogin) return undefined;
    const { name, provider } = companyLogin;
    return pulumi.all([userPoolId, origin]).apply(([id, origin]) => ({
        name,
        oidcRedirectUri: origin + companyCallbackPath,
        samlEntityId: `urn:amazon:cognito:sp:${id}`,
        samlReplyUrl: `${origin}/saml2/idpresponse`,
        ...(provider && { issuer: provider.issuer }),
    }));
}
