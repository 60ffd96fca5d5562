import * as oidc from "openid-client";

import type { RegisteredCompany } from "../program/registeredCompany";
import { discovered } from "../relyingParty/oidcClient";
import type { Claims } from "./claims";

/** What Cognito keeps until somebody comes back from the company. */
export interface CompanyChecks {
    readonly state: string;
    readonly nonce: string;
}

/** A sign-in that failed at the company, in Cognito's words where they are known. */
export class CompanyRefusal extends Error {
    /** @param code - OAuth's error code */
    constructor(
        readonly code: string,
        message: string,
    ) {
        super(message);
    }
}

/**
 * Cognito's side of OIDC with a company's provider: code flow with state and nonce, the secret in the
 * body. Without PKCE: what Cognito sends along as state has no verifier (amplify-js issue 239).
 */
export class CompanyClient {
    private constructor(
        private readonly company: RegisteredCompany,
        private readonly configuration: oidc.Configuration,
        private readonly redirectUri: string,
    ) {}

    /**
     * Reads the metadata of the company's provider.
     *
     * @throws {Error} When it does not serve them, or they are not valid
     */
    static async discover(
        company: RegisteredCompany,
        issuer: string,
        redirectUri: string,
    ): Promise<CompanyClient> {
        const { clientId, clientSecret } = company;
        const authentication = oidc.ClientSecretPost(clientSecret);
        const configuration = await discovered(issuer, clientId, authentication);
        return new CompanyClient(company, configuration, redirectUri);
    }

    /** Address at the company to send the browser to. */
    address({ state, nonce }: CompanyChecks): string {
        const { scope } = this.company;
        const parameters = { redirect_uri: this.redirectUri, scope, state, nonce };
        return oidc.buildAuthorizationUrl(this.configuration, parameters).href;
    }

    /**
     * Exchanges the code in the callback's query for what the company says of the person: the claims of
     * the ID token, and those of userInfo.
     *
     * @throws {CompanyRefusal} When the company refuses, or its response is not valid
     */
    async redeem(
        query: string,
        { state, nonce }: CompanyChecks,
    ): Promise<Claims & { sub: string }> {
        try {
            const tokens = await oidc.authorizationCodeGrant(
                this.configuration,
                new URL(query, this.redirectUri),
                { expectedState: state, expectedNonce: nonce, idTokenExpected: true },
            );
            const idToken = { sub: "", ...tokens.claims() };
            const hasUserInfo = this.configuration.serverMetadata().userinfo_endpoint !== undefined;
            const userInfo = hasUserInfo
                ? await oidc.fetchUserInfo(this.configuration, tokens.access_token, idToken.sub)
                : {};
            return { ...userInfo, ...idToken };
        } catch (error) {
            throw this.#refusal(error);
        }
    }

    /** Source of the form: Cognito's developer guide, managed login and federation error responses. */
    #refusal(error: unknown): CompanyRefusal {
        if (error instanceof oidc.AuthorizationResponseError) {
            return new CompanyRefusal(error.error, error.error_description ?? error.error);
        }
        if (error instanceof oidc.ResponseBodyError) {
            const { status, error: code, error_description: description = "" } = error;
            const words = `${this.company.name} Error - ${String(status)} ${code} ${description}`;
            return new CompanyRefusal(code, words.trimEnd());
        }
        const { message } = error as Error;
        return new CompanyRefusal(
            "server_error",
            `Exception processing authorization code: ${message}`,
        );
    }
}
