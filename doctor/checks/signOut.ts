import { flexaiPaths } from "../../flexai/manual";
import { type Check, failed, passed } from "../check";
import { commandsFor } from "../commands";
import type { Deployment } from "../deployment";
import { described, foreignAnswer, leadsTo, request } from "../http";

/** Checks that the sign-out link leads to where Envoy clears flexAI's cookies. */
export function signOutChecks(deployment: Deployment, host: Check): Check[] {
    const { signOutUrl, redirectUris } = deployment;
    return [
        {
            name: `the sign-out URL leads to ${flexaiPaths.signOut} of flexAI`,
            needs: [host],
            run: async () => {
                const expected = new URL(redirectUris[0] ?? "").origin + flexaiPaths.signOut;
                const answer = await request(signOutUrl);
                if (answer.location?.href === expected) return passed(`a redirect to ${expected}`);
                const { origin, searchParams } = new URL(signOutUrl);
                const isOpinion =
                    answer.status === 400 ||
                    answer.location?.href === searchParams.get("logout_uri") ||
                    [`${origin}/login`, `${origin}/error`].some((page) => leadsTo(answer, page));
                if (!isOpinion) throw foreignAnswer(answer);
                return failed(
                    `a redirect to ${expected}`,
                    answer.location ? described(answer) : `${described(answer)}, no redirect`,
                    "The client in Cognito must have that address as its sign-out URL. Restore " +
                        "it, and link to the output signOutUrl without changes.",
                    commandsFor(deployment).restore,
                );
            },
        },
    ];
}
