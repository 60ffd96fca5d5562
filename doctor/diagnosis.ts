import type { Check } from "./check";
import { authorizationChecks } from "./checks/authorization";
import { discoveryChecks } from "./checks/discovery";
import { flexaiHostChecks } from "./checks/flexaiHost";
import { hostChecks } from "./checks/hosts";
import { idTokenChecks } from "./checks/idToken";
import { signOutChecks } from "./checks/signOut";
import { tokenChecks } from "./checks/token";
import type { Outputs } from "./outputs";

/** Lists everything that is checked of a deployment, each check after those that it needs. */
export function diagnosis(outputs: Outputs, idToken: string | undefined): Check[] {
    return [
        ...hostChecks([
            outputs.issuer,
            outputs.discoveryUrl,
            outputs.jwksUri,
            outputs.authorizationEndpoint,
            outputs.tokenEndpoint,
            outputs.signOutUrl,
        ]),
        ...discoveryChecks(outputs),
        ...authorizationChecks(outputs),
        ...tokenChecks(outputs),
        ...signOutChecks(outputs),
        ...flexaiHostChecks(outputs),
        ...idTokenChecks(outputs, idToken),
    ];
}
