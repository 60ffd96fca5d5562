import { type Check, passed, skipped } from "../check";
import { commandsFor } from "../commands";
import type { Deployment } from "../deployment";

const name = "there is a user's ID token to check";

/** The ID token that came by standard input. */
export function givenIdToken(token: string): Check<string> {
    return { name, needs: [], run: () => passed("from standard input", token) };
}

/** Says how to have a user's ID token checked. */
export function noIdToken(deployment: Deployment): Check<string> {
    const { signIn } = commandsFor(deployment);
    const commands =
        signIn.length > 0 ? signIn : ["npm run doctor -- --outputs outputs.json --id-token -"];
    return { name, needs: [], run: () => skipped("none was given. To check one:", commands) };
}
