import { signOutUrlsOf, userPoolEndpoints } from "../components/endpoints";
import type { StackOutputs } from "../components/stackOutputs";
import { flexaiAddresses, originsOf } from "../flexai/addresses";
import { authorizationEndpointIn, configurationFile } from "../flexai/configurationFile";

/** Addresses of the try-out's parts. */
export interface LocalPlaces {
    readonly issuer: string;
    /** Origin of the provider, in place of the user pool's domain. */
    readonly provider: string;
    /** Origin of the page in flexAI's place. */
    readonly page: string;
    /** Issuer of the company, if there is one. */
    readonly company: string | undefined;
}

/** The stack's outputs with the addresses of this machine; a configured host of flexAI keeps its own. */
export function localOutputs(
    outputs: StackOutputs,
    hmacSecret: string,
    { issuer, provider, page, company }: LocalPlaces,
): StackOutputs {
    const [first = page, ...others] = originsOf(outputs.redirectUris).map((origin) =>
        new URL(origin).host === new URL(page).host ? page : origin,
    );
    const flexai = flexaiAddresses(first, ...others);
    const endpoints = userPoolEndpoints(issuer, provider);
    const signOutUrls = signOutUrlsOf(
        endpoints.endSessionEndpoint,
        outputs.clientId,
        flexai.signOuts,
    );
    const local = {
        ...outputs,
        ...endpoints,
        redirectUris: flexai.redirectUris,
        signOutUrl: signOutUrls[0],
        signOutUrls,
    };
    const here = (address: string) => provider + new URL(address).pathname;
    const { companyLoginSetup: setup } = outputs;
    const { search } = new URL(authorizationEndpointIn(outputs.flexaiConfig) ?? "");
    const authorizationEndpoint = local.authorizationEndpoint + search;
    return {
        ...local,
        ...(setup && {
            companyLoginSetup: {
                ...setup,
                oidcRedirectUri: here(setup.oidcRedirectUri),
                samlReplyUrl: here(setup.samlReplyUrl),
                ...(company !== undefined && { issuer: company }),
            },
        }),
        flexaiConfig: configurationFile({ ...local, authorizationEndpoint, hmacSecret }),
    };
}
