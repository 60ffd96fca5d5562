import type { Message } from "../../commandLine/message";
import { quoted } from "../../commandLine/shell";
import { cognitoCommand, settingName } from "../refusal";
import type { StackState } from "../stackState";
import type { FoundUserPool } from "./foundUserPool";

/** Warns of groups that grant a role. Those that the stack has already were warned of when it took them over. */
export function groupWarnings(
    { id, groups }: FoundUserPool,
    state: StackState,
    roles: readonly string[],
): Message[] {
    return groups
        .filter(({ name }) => roles.includes(name) && !state.groups.includes(name))
        .map(({ name, roleArn }): Message => [
            `has a group ${name}${roleArn && ` (IAM role ${roleArn})`}: each of its members holds the` +
                " role of that name in flexAI from now on. To see them, run:",
            cognitoCommand(id, "list-users-in-group", `--group-name ${quoted(name)}`),
        ]);
}

/** Warns of roles that every user holds, and of people who sign up by themselves. */
export function everybodyWarnings(
    { id, selfRegistration }: FoundUserPool,
    defaultRoles: readonly string[],
): Message[] {
    const command = cognitoCommand(id, "list-users", "--query 'Users[].Username'");
    if (defaultRoles.length > 0) {
        return [
            [
                `grants ${defaultRoles.join(", ")} to each of its users, because` +
                    ` ${settingName("defaultRoles")} does` +
                    `${selfRegistration ? "; whoever signs up gets into flexAI as well" : ""}.` +
                    " To see them, run:",
                command,
            ],
        ];
    }
    return selfRegistration
        ? [
              [
                  "lets strangers sign up. They get no role, because roles come from groups, which only" +
                      " administrators fill, and flexAI refuses users without a role. To end it: the pool," +
                      " Authentication, Sign-up, Self-registration. To see its users, run:",
                  command,
              ],
          ]
        : [];
}
