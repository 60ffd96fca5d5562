import { type Message, prefixed } from "../../commandLine/message";
import { cognitoCommand } from "../refusal";
import type { StackState } from "../stackState";
import type { FoundUserPool } from "./foundUserPool";
import { everybodyWarnings, groupWarnings } from "./roleWarnings";
import { hasTakenOver } from "./userPoolRefusals";

/**
 * Says what a person has to know or to do by hand about a pool that is taken over.
 *
 * @param roles - Every role, whose groups may exist already
 * @param defaultRoles - Roles that every user of the pool holds
 */
export function userPoolWarnings(
    pool: FoundUserPool,
    state: StackState,
    roles: readonly string[],
    defaultRoles: readonly string[],
): Message[] {
    const warnings = [
        ...groupWarnings(pool, state, roles),
        ...everybodyWarnings(pool, defaultRoles),
        ...nameWarnings(pool),
        ...clientWarnings(pool, state),
        ...settingWarnings(pool, state),
    ];
    return warnings.map((warning) => prefixed(`User pool ${pool.id}`, warning));
}

function nameWarnings({
    id,
    caseSensitive,
    usernameAttributes,
    ...pool
}: FoundUserPool): Message[] {
    const warnings: Message[] = [];
    if (caseSensitive) {
        warnings.push([
            "distinguishes usernames by case: Anna and anna are two users. This cannot be changed in a" +
                " pool that exists. To look for such pairs, run:",
            cognitoCommand(id, "list-users", "--query 'Users[].Username'"),
        ]);
    }
    if (usernameAttributes.length > 0) {
        warnings.push([
            `uses ${usernameAttributes.join(" or ")} as the username, where flexAI's manual has both a` +
                " username and the email. People sign in with that alone.",
        ]);
    } else if (!pool.aliasAttributes.includes("email")) {
        warnings.push([
            "does not accept the email to sign in with. People sign in with their username alone; this" +
                " cannot be changed in a pool that exists.",
        ]);
    }
    if (!pool.attributes.some(({ name, required }) => name === "preferred_username" && required)) {
        warnings.push([
            "does not require preferred_username, by which flexAI distinguishes users. Users without one" +
                " appear under their username, which another person may have chosen as their" +
                " preferred_username: give each user a unique one. To see who has none, run:",
            cognitoCommand(
                id,
                "list-users",
                "--query 'Users[?!Attributes[?Name==`\"preferred_username\"`]].Username'",
            ),
        ]);
    }
    return warnings;
}

function clientWarnings({ id, clients }: FoundUserPool, state: StackState): Message[] {
    const others = clients.filter((client) => !state.clientIds.includes(client.id));
    if (others.length === 0) return [];
    // Without the query AWS would print the client's secret.
    const query =
        "--query 'UserPoolClient.[AllowedOAuthScopes,ExplicitAuthFlows,WriteAttributes,ReadAttributes]'";
    return [
        [
            `has other app clients (${others.map(({ name }) => name).join(", ")}). Their tokens will carry` +
                " the roles too, as one more claim. A user who signs in through one of them may be able" +
                " to change their own preferred_username, and so to appear in flexAI as somebody else," +
                " unless its WriteAttributes leave that out or it offers neither API sign-in" +
                " (ExplicitAuthFlows) nor the scope aws.cognito.signin.user.admin. To see this, run:",
            ...others.map((client) =>
                cognitoCommand(id, "describe-user-pool-client", `--client-id ${client.id}`, query),
            ),
        ],
    ];
}

function settingWarnings({ id, uncarried, ...pool }: FoundUserPool, state: StackState): Message[] {
    const warnings: Message[] = [];
    if (!pool.deletionProtection) {
        warnings.push([
            "is not protected from deletion. This program never deletes it; to stop others: the pool," +
                " Settings, Deletion protection.",
        ]);
    }
    if (pool.tier === undefined) {
        warnings.push([
            "does not show its plan, which must be ESSENTIALS or PLUS: on LITE, AWS refuses the trigger" +
                " and pulumi up fails. To see it, run:",
            cognitoCommand(id, "describe-user-pool", "--query UserPool.UserPoolTier"),
        ]);
    }
    if (uncarried.unknown.length > 0 && hasTakenOver(state, id)) {
        warnings.push([
            `has settings that are newer than this program: ${uncarried.unknown.join(", ")}. If the` +
                " trigger ever has to be set again, the update might reset them. To see them, run:",
            cognitoCommand(id, "describe-user-pool"),
        ]);
    }
    return warnings;
}
