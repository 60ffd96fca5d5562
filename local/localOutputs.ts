import { signOutUrl, userPoolEndpoints } from "../components/endpoints";
import type { StackOutputs } from "../components/stackOutputs";
import { flexaiAddresses } from "../flexai/addresses";
import { configurationFile } from "../flexai/configurationFile";

/** Where on this machine the parts of a sign-in are. */
export interface LocalPlaces {
    readonly issuer: string;
    /** Origin of the provider, in place of the user pool's domain. */
    readonly provider: string;
    /** Origin of the page in flexAI's place. */
    readonly page: string;
}

/** The stack's outputs with the provider, and the page unless a host is configured, on this machine. */
export function localOutputs(
    outputs: StackOutputs,
    hmacSecret: string,
    { issuer, provider, page }: LocalPlaces,
): StackOutputs {
    const { host, origin } = new URL(outputs.redirectUris[0] ?? page);
    const flexai = flexaiAddresses(host === new URL(page).host ? page : origin);
    const endpoints = userPoolEndpoints(issuer, provider);
    const local = {
        ...outputs,
        ...endpoints,
        redirectUris: flexai.redirectUris,
        signOutUrl: signOutUrl(endpoints.endSessionEndpoint, outputs.clientId, flexai.signOut),
    };
    return { ...local, flexaiConfig: configurationFile({ ...local, hmacSecret }) };
}
