import { withExistingUserPool } from "./adoption/existingUserPool";
import { OpenIdProvider } from "./components/openIdProvider";
import { loadConfig } from "./config";

export = async () => {
    const provider = new OpenIdProvider("flexai", await withExistingUserPool(loadConfig()));
    return {
        issuer: provider.issuer,
        discoveryUrl: provider.discoveryUrl,
        authorizationEndpoint: provider.authorizationEndpoint,
        tokenEndpoint: provider.tokenEndpoint,
        userinfoEndpoint: provider.userinfoEndpoint,
        jwksUri: provider.jwksUri,
        endSessionEndpoint: provider.endSessionEndpoint,
        signOutUrl: provider.signOutUrl,
        redirectUris: provider.redirectUris,
        rolesClaim: provider.rolesClaim,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        userPoolId: provider.userPoolId,
        flexaiConfig: provider.flexaiConfig,
    };
};
