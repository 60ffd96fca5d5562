import { OpenIdProvider } from "./components/openIdProvider";
import { loadConfig } from "./config";

export const {
    issuer,
    discoveryUrl,
    authorizationEndpoint,
    tokenEndpoint,
    userinfoEndpoint,
    jwksUri,
    endSessionEndpoint,
    signOutUrl,
    redirectUris,
    rolesClaim,
    clientId,
    clientSecret,
    userPoolId,
    flexaiConfig,
} = new OpenIdProvider("flexai", loadConfig());
