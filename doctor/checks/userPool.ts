import { isUserPoolId, regionOf } from "../../components/arn";
import { userPoolEndpoints } from "../../components/endpoints";
import { type Check, failed, passed } from "../check";
import type { Deployment } from "../deployment";
import { isLoopback } from "../http";

/** Checks that the metadata are the user pool's own: outputs that agree may all be a stranger's. */
export function userPoolCheck(deployment: Deployment, metadata: Check): Check {
    const { userPoolId, issuer, discoveryUrl, authorizationEndpoint } = deployment;
    return {
        name: "the outputs issuer and discoveryUrl are those of the output userPoolId",
        needs: [metadata],
        run: () => {
            const { origin } = new URL(issuer);
            const isTryOut = isLoopback(new URL(issuer));
            const service = `https://cognito-idp.${regionOf(userPoolId)}.amazonaws.com`;
            const own = userPoolEndpoints(`${isTryOut ? origin : service}/${userPoolId}`, origin);
            const isOwn =
                issuer === own.issuer &&
                discoveryUrl === own.discoveryUrl &&
                (isTryOut
                    ? authorizationEndpoint === own.authorizationEndpoint
                    : isUserPoolId(userPoolId));
            if (isOwn) return passed(own.issuer);
            return failed(
                `${own.issuer} and ${own.discoveryUrl}`,
                `${issuer} and ${discoveryUrl}`,
                "These outputs are not from one deployment of this program: read them again.",
                deployment.commands.restore,
            );
        },
    };
}
