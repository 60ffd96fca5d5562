import type { Message } from "../../commandLine/message";
import { isUserPoolId, regionOf } from "../../components/arn";
import { newStackCommand, stackCommand } from "../../components/runningStack";
import { reasonOf } from "../lookUp";
import { settingName } from "../refusal";
import type { StackState } from "../stackState";

/** Refuses a pool that could not be read, or something that belongs to it. */
export function lookUpRefusal(userPoolId: string, error: unknown): Message {
    const region = regionOf(userPoolId);
    return [
        `${settingName("existingUserPoolId")} value '${userPoolId}' is not a user pool that can be read:` +
            ` ${reasonOf(error)}`,
        "Expected: the id of a user pool in this account and region, and the rights that" +
            " docs/adopting.md lists. Run:",
        { line: `aws cognito-idp list-user-pools --max-results 60 --region ${region}` },
    ];
}

/**
 * Refuses to change from one pool to another within a stack, which would take flexAI's users from it
 * and might delete their pool.
 *
 * @param userPoolId - What the stack's configuration names, empty for a pool of its own
 */
export function switchRefusals(userPoolId: string, { userPools }: StackState): Message[] {
    const key = settingName("existingUserPoolId");
    return userPools.flatMap((name): Message[] => {
        if (name === userPoolId || (userPoolId === "" && !isUserPoolId(name))) return [];
        const subject = userPoolId === "" ? `${key} is missing` : `${key} value '${userPoolId}'`;
        return [
            isUserPoolId(name)
                ? [
                      `${subject}, but this stack has taken over the user pool ${name} and cannot change` +
                          " to another. Run:",
                      stackCommand("config set", "existingUserPoolId", name),
                      "For another pool or a new one, make another stack. Run:",
                      newStackCommand(),
                  ]
                : [
                      `${subject}, but this stack has a user pool of its own and cannot change to another.` +
                          " Run:",
                      stackCommand("config rm", "existingUserPoolId"),
                      "To take over a pool, make another stack. Run:",
                      newStackCommand(),
                  ],
        ];
    });
}
