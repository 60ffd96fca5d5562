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

/** What flexAI asks of the sign-in page by its configuration file. */
export function signInRequestInFile(flexaiConfig: string): {
    readonly language?: SignInLanguage;
    readonly identityProvider?: string;
} {
    const endpoint = authorizationEndpointIn(flexaiConfig) ?? "";
    if (!URL.canParse(endpoint)) return {};
    const { searchParams } = new URL(endpoint);
    const language = signInLanguage(searchParams.get(languageParameter));
    const identityProvider = searchParams.get(identityProviderParameter);
    return { ...(language && { language }), ...(identityProvider && { identityProvider }) };
}

/** The language with that code, which managed login knows in one spelling alone. */
export function signInLanguage(code: string | null | undefined): SignInLanguage | undefined {
    return signInLanguages.find((language) => language === code);
}
