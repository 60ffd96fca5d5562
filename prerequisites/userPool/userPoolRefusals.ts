import { type Message, prefixed } from "../../commandLine/message";
import { runningStackFile, stackCommand } from "../../components/runningStack";
import { cognitoCommand, settingName } from "../refusal";
import type { StackState } from "../stackState";
import type { FoundUserPool } from "./foundUserPool";

/** Required attributes that every user of this program's has. */
const writtenAttributes = ["sub", "email", "preferred_username"];

/**
 * Names what keeps a pool from being taken over.
 *
 * @param hasUsers - Whether the configuration holds people to create
 */
export function userPoolRefusals(
    pool: FoundUserPool,
    state: StackState,
    hasUsers: boolean,
): Message[] {
    const refusals = [
        ...triggerRefusals(pool, state),
        ...tierRefusals(pool),
        ...attributeRefusals(pool),
        ...updateRefusals(pool, state),
        ...(hasUsers ? userRefusals(pool) : []),
    ];
    return refusals.map((refusal) => prefixed(`User pool ${pool.id}`, refusal));
}

function triggerRefusals(
    { preTokenGenerationArn: trigger }: FoundUserPool,
    state: StackState,
): Message[] {
    if (trigger === "" || state.functionArns.includes(trigger)) return [];
    return [
        [
            `has a pre token generation trigger that is not this stack's, ${trigger}, and a pool has room` +
                " for one. Expected: none. If nobody needs it any more, remove it in the console: the" +
                " pool, Authentication, Extensions, Delete Lambda trigger.",
        ],
    ];
}

function tierRefusals({ id, tier }: FoundUserPool): Message[] {
    if (tier !== "LITE") return [];
    return [
        [
            "is on the plan LITE, whose pre token generation trigger changes ID tokens alone; flexAI's" +
                " has to change access tokens too. Expected: ESSENTIALS or PLUS. Another plan costs money" +
                " for each user who signs in: choose it in the console: the pool, Settings, Feature plan." +
                " To see it, run:",
            cognitoCommand(id, "describe-user-pool", "--query UserPool.UserPoolTier"),
        ],
    ];
}

function attributeRefusals({ attributes }: FoundUserPool): Message[] {
    const find = (wanted: string) => attributes.find(({ name }) => name === wanted);
    const otherPool = "Take over another pool. Run, with your own in place of YOUR_USER_POOL_ID:";
    const command = stackCommand("config set", "existingUserPoolId", "YOUR_USER_POOL_ID");
    const email = find("email");
    const refusals: Message[] = [];
    if (!email) {
        refusals.push([
            "has no attribute email, by which flexAI's users are reached. Expected: the standard" +
                ` attribute email, which cannot be added later. ${otherPool}`,
            command,
        ]);
    }
    for (const attribute of [email, find("preferred_username")]) {
        if (!attribute || attribute.mutable) continue;
        refusals.push([
            `has an attribute ${attribute.name} that nobody can ever change (immutable). Expected: a` +
                ` mutable one; a pool cannot change it later. ${otherPool}`,
            command,
        ]);
    }
    return refusals;
}

/** An update of the pool sends everything that the provider knows, and resets everything else. */
function updateRefusals(pool: FoundUserPool, state: StackState): Message[] {
    const { id, missingInvitationMessages: missing, uncarried } = pool;
    const refusals: Message[] = [];
    const toSee = "To see them, run:";
    const command = cognitoCommand(id, "describe-user-pool");
    if (uncarried.reset.length > 0) {
        refusals.push([
            `has settings that Pulumi's AWS provider does not know: ${uncarried.reset.join(", ")}. An` +
                " update of the trigger would reset them to AWS's defaults, which may break the pool's" +
                ` other applications. Expected: AWS's defaults. ${toSee}`,
            command,
        ]);
    }
    if (uncarried.unknown.length > 0 && !hasTakenOver(state, id)) {
        refusals.push([
            `has settings that are newer than this program: ${uncarried.unknown.join(", ")}. An update` +
                " of the trigger might reset them. Expected: a version of this program that knows them." +
                ` ${toSee}`,
            command,
        ]);
    }
    if (missing.length > 0) {
        refusals.push([
            `has an invitation of its own without ${missing.join(" and ")}, and AWS refuses every update` +
                " of such a pool by Pulumi's AWS provider, which sends the missing one empty. Expected: an" +
                " email subject, an email message and an SMS message. Add what is missing in the console:" +
                " the pool, Message templates, Invitation message.",
        ]);
    }
    return refusals;
}

/** Whether the stack has taken over the pool before. */
export function hasTakenOver({ userPools }: StackState, userPoolId: string): boolean {
    return userPools.includes(userPoolId);
}

function userRefusals({ usernameAttributes, attributes }: FoundUserPool): Message[] {
    const advice = `Create these people in the console, and empty the list in ${runningStackFile()}.`;
    const refusals: Message[] = [];
    if (usernameAttributes.length > 0) {
        refusals.push([
            `uses ${usernameAttributes.join(" or ")} as the username, so the people in` +
                ` ${settingName("users")}, whose usernames are not addresses, cannot be created there.` +
                ` Expected: no users. ${advice}`,
        ]);
    }
    const required = attributes.filter((attribute) => attribute.required).map(({ name }) => name);
    const others = required.filter((name) => !writtenAttributes.includes(name));
    if (others.length > 0) {
        refusals.push([
            `requires attributes that ${settingName("users")} does not have: ${others.join(", ")}.` +
                ` Expected: no users. ${advice}`,
        ]);
    }
    return refusals;
}
