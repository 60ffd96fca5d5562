import { authorizationEndpointIn } from "../flexai/configurationFile";
import type { Endpoints } from "./endpoints";

/** Languages of Cognito's managed login, by its codes. Source: Cognito's developer guide. */
export const signInLanguages = [
    "de",
    "en",
    "es",
    "fr",
    "id",
    "nl",
    "it",
    "ja",
    "ko",
    "pt-BR",
    "zh-CN",
    "zh-TW",
] as const;

/** One of {@link signInLanguages}. */
export type SignInLanguage = (typeof signInLanguages)[number];

/** Parameter of the authorization endpoint with which managed login chooses its language. */
export const languageParameter = "lang";

/** Parameter of the authorization endpoint that leads past Cognito's page to a company's provider. */
export const identityProviderParameter = "identity_provider";

/** What flexAI asks of the sign-in page besides OIDC's parameters, each empty for nothing in particular. */
export interface SignInRequest {
    readonly language?: SignInLanguage | "" | undefined;
    readonly identityProvider?: string | undefined;
}

/** The authorization endpoint as flexAI is to ask for it. Envoy keeps the parameters and adds its own. */
export function signInEndpoint(
    { authorizationEndpoint }: Pick<Endpoints, "authorizationEndpoint">,
    { language, identityProvider }: SignInRequest,
): string {
    const query = new URLSearchParams({
        ...(language && { [languageParameter]: language }),
        ...(identityProvider && { [identityProviderParameter]: identityProvider }),
    }).toString();
    return query === "" ? authorizationEndpoint : `${authorizationEndpoint}?${query}`;
}

/** The language that flexAI asks for by its configuration file, if it asks for one. */
export function languageInFile(flexaiConfig: string): SignInLanguage | undefined {
    const endpoint = authorizationEndpointIn(flexaiConfig) ?? "";
    if (!URL.canParse(endpoint)) return undefined;
    return signInLanguage(new URL(endpoint).searchParams.get(languageParameter));
}

/** The language with that code, which managed login knows in one spelling alone. */
export function signInLanguage(code: string | null | undefined): SignInLanguage | undefined {
    return signInLanguages.find((language) => language === code);
}
