import { regionOf } from "../config/userPoolId";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

/**
 * Tells what a person has to know or to do by hand about a pool that is taken over.
 *
 * @param defaultRoles - Roles that every user of the pool holds
 */
export function userPoolWarnings(
    pool: FoundUserPool,
    state: StackState,
    defaultRoles: readonly string[],
): string[] {
    const { id } = pool;
    const others = pool.clients.filter((client) => !state.clientIds.includes(client.id));
    const warnings: (string | false)[] = [
        pool.selfRegistration &&
            (defaultRoles.length === 0
                ? "lets strangers sign up. They get no role, for roles come from groups, which only" +
                  " administrators fill, and flexAI refuses users without a role. To end it: the" +
                  " pool, Authentication, Sign-up, Self-registration."
                : `lets strangers sign up, and 'flexai-oidc:defaultRoles' gives everybody ${defaultRoles.join(", ")}:` +
                  " whoever signs up gets into flexAI. Run: pulumi config rm defaultRoles"),
        pool.caseSensitive &&
            "tells usernames apart by case: Anna and anna are two users. This cannot be changed in a" +
                " pool that exists, so watch for such pairs.",
        pool.usernameAttributes.length > 0 &&
            `takes ${pool.usernameAttributes.join(" or ")} for the username, where flexAI's manual` +
                " has both a username and the email. People sign in with that alone.",
        pool.usernameAttributes.length === 0 &&
            !pool.aliasAttributes.includes("email") &&
            "does not take the email to sign in with. People sign in with their username alone; this" +
                " cannot be changed in a pool that exists.",
        !pool.preferredUsernameRequired &&
            "does not require preferred_username, which flexAI tells users apart by. Give each user a" +
                " unique one; this lists those without: aws cognito-idp list-users --region" +
                ` ${regionOf(id)} --user-pool-id ${id} --query` +
                " 'Users[?!Attributes[?Name==`\"preferred_username\"`]].Username'",
        !pool.deletionProtection &&
            "is not protected from deletion. This program never deletes it; to stop others: the pool," +
                " Settings, Deletion protection.",
        pool.tier === undefined &&
            "does not tell its plan, which must be ESSENTIALS or PLUS: see the pool, Settings, Feature" +
                " plan. With LITE Cognito refuses the trigger and the pool stays as it is.",
        others.length > 0 &&
            `has other app clients (${others.map(({ name }) => name).join(", ")}). Their tokens will` +
                " carry the roles as well, as one more claim.",
    ];
    return warnings.filter((text) => text !== false).map((text) => `User pool ${id} ${text}`);
}
