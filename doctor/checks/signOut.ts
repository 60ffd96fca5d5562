import { flexaiPaths } from "../../flexai/manual";
import { type Check, failed, passed } from "../check";
import { request } from "../http";
import type { Outputs } from "../outputs";
import { hostCheck } from "./hosts";

/** Checks that the sign-out link leads to where Envoy clears flexAI's cookies. */
export function signOutChecks({ signOutUrl, redirectUris }: Outputs): Check[] {
    return [
        {
            name: `the sign-out URL leads to ${flexaiPaths.signOut} of flexAI`,
            needs: [hostCheck(signOutUrl)],
            run: async () => {
                const { origin } = new URL(redirectUris[0] ?? "");
                const expected = origin + flexaiPaths.signOut;
                const { status, location } = await request(signOutUrl);
                if (location?.href === expected) return passed(`a redirect to ${expected}`);
                return failed(
                    `a redirect to ${expected}`,
                    location
                        ? `a redirect to ${location.origin}${location.pathname}`
                        : `status ${String(status)}, no redirect`,
                    "The client in Cognito must have that address as its sign-out URL: run pulumi " +
                        "up --refresh --stack NAME, and link to the output signOutUrl as it stands.",
                );
            },
        },
    ];
}
