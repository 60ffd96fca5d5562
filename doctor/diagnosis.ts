import type { Check } from "./check";
import { authorizationChecks } from "./checks/authorization";
import { prefixDomainChecks } from "./checks/customDomain";
import { discoveryChecks } from "./checks/discovery";
import { flexaiHostChecks } from "./checks/flexaiHost";
import { hostChecks } from "./checks/hosts";
import { idTokenChecks } from "./checks/idToken";
import { keysCheck } from "./checks/keys";
import { onlyAwsKnows } from "./checks/onlyAwsKnows";
import { signOutChecks } from "./checks/signOut";
import { tokenChecks } from "./checks/token";
import type * as companyChecks from "./company/companyChecks";
import type { Deployment } from "./deployment";
import { type SignIn, signInChecks } from "./signIn/signInChecks";

/**
 * Lists all checks of a deployment, each after those that it needs.
 *
 * @param otherToken - The check that finds an ID token if there is none from a sign-in
 * @param signIn - What to sign in with, if that is requested
 */
export function diagnosis(
    deployment: Deployment,
    otherToken: Check<string>,
    signIn?: SignIn,
): Check[] {
    const hosts = hostChecks(deployment);
    const discovery = discoveryChecks(deployment, hosts.of(deployment.discoveryUrl));
    const keys = keysCheck(deployment, hosts.of(deployment.jwksUri));
    const authorization = authorizationChecks(
        deployment,
        hosts.of(deployment.authorizationEndpoint),
    );
    const signedIn =
        signIn &&
        signInChecks(deployment, signIn, {
            host: hosts.of(deployment.authorizationEndpoint),
            confirmations: discovery.confirmations,
            keys,
        });
    const idToken = signedIn?.idToken ?? otherToken;
    const { companyLoginSetup } = deployment;
    const company = companyLoginSetup && loadCompany();
    return [
        ...hosts.all,
        ...discovery.all,
        keys,
        ...authorization,
        ...prefixDomainChecks(deployment, hosts.of),
        ...tokenChecks(deployment, [
            hosts.of(deployment.tokenEndpoint),
            ...discovery.confirmations.tokenEndpoint,
        ]),
        ...signOutChecks(deployment, hosts.of(deployment.signOutUrl)),
        ...flexaiHostChecks(deployment, hosts.of(deployment.authorizationEndpoint)),
        ...(company?.companyChecks(deployment, authorization.slice(0, 1)) ?? []),
        ...onlyAwsKnows(deployment),
        ...(signedIn?.all ?? []),
        ...(signedIn?.idToken ? [] : [otherToken]),
        ...idTokenChecks(deployment, idToken, keys, company?.withoutCompanyRole),
    ];
}

/** Loads what only a deployment with a company's login needs. */
function loadCompany(): typeof companyChecks {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    return require("./company/companyChecks") as typeof companyChecks;
}
