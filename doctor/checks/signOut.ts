import { signOutUrl } from "../../components/endpoints";
import type { StackOutputs } from "../../components/stackOutputs";
import { flexaiAddresses, originsOf } from "../../flexai/addresses";
import { flexaiPaths } from "../../flexai/manual";
import { type Check, failed, passed, type Result } from "../check";
import type { Deployment } from "../deployment";
import { described, foreignResponse, leadsTo, request } from "../http";

/** Checks that the sign-out link of each host name leads to where Envoy clears flexAI's cookies. */
export function signOutChecks(deployment: Deployment, host: Check): Check[] {
    const { endSessionEndpoint, clientId, redirectUris } = deployment;
    const [first = "", ...others] = originsOf(redirectUris);
    const link = (uri: string) => signOutUrl(endSessionEndpoint, clientId, uri);
    const check = (name: string, output: keyof StackOutputs, url: string, expected: string) => ({
        name,
        needs: [host],
        run: () => signedOut(deployment, output, url, expected),
    });
    const [own, ...further] = flexaiAddresses(first, ...others).signOuts;
    return [
        check(
            `the sign-out URL leads to ${flexaiPaths.signOut} of flexAI`,
            "signOutUrl",
            deployment.signOutUrl,
            own,
        ),
        ...further.map((uri) =>
            check(
                `the sign-out URL of another name leads to ${uri}`,
                "signOutUrls",
                link(uri),
                uri,
            ),
        ),
    ];
}

async function signedOut(
    deployment: Deployment,
    output: keyof StackOutputs,
    url: string,
    expected: string,
): Promise<Result> {
    const response = await request(url);
    if (response.location?.href === expected) return passed(`a redirect to ${expected}`);
    const { origin, searchParams } = new URL(url);
    const isVerdict =
        response.status === 400 ||
        response.location?.href === searchParams.get("logout_uri") ||
        [`${origin}/login`, `${origin}/error`].some((page) => leadsTo(response, page));
    if (!isVerdict) throw foreignResponse(response);
    return failed(
        `a redirect to ${expected}`,
        response.location ? described(response) : `${described(response)}, no redirect`,
        "The client in Cognito must have that address as its sign-out URL. Restore it, and link to " +
            `the output ${output} without changes. See docs/broken.md#sign-out-signs-in-again`,
        deployment.commands.restore,
    );
}
