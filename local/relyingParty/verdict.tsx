import { pulumiCommand } from "../../commandLine/shell";
import { quoted } from "../../commandLine/shell";
import type { Admission } from "../../flexai/admission";
import { flexaiRoles } from "../../flexai/manual";

/** What flexAI would show and grant. */
export function Permission({ name, roles }: Admission) {
    return (
        <p class="good">
            flexAI would call you <strong>{name}</strong> and give you{" "}
            {roles.length === 1 ? "the role" : "the roles"} <strong>{roles.join(", ")}</strong>.
        </p>
    );
}

/** Why flexAI would refuse the user, and the command that changes it. */
export function Refusal({
    refusals,
    roles,
    name,
    username,
    stack,
}: Admission & { readonly username: string; readonly stack: string }) {
    return (
        <>
            <div class="alert" role="alert">
                {refusals.map((reason) => (
                    <p>{reason}</p>
                ))}
            </div>
            <p>
                The sign-in itself worked. To let this user in, once the stack is deployed, run the
                command below; it takes effect at the user's next sign-in.
            </p>
            {roles.length === 0 && (
                <>
                    <p>Add the user to the group of a role ({flexaiRoles.join(", ")}):</p>
                    <Command
                        stack={stack}
                        words={[
                            "aws cognito-idp admin-add-user-to-group",
                            `--username ${quoted(username)} --group-name ${flexaiRoles.at(-1) ?? ""}`,
                        ]}
                    />
                </>
            )}
            {name === undefined && (
                <>
                    <p>Give the user a name:</p>
                    <Command
                        stack={stack}
                        words={[
                            "aws cognito-idp admin-update-user-attributes",
                            `--username ${quoted(username)} --user-attributes Name=preferred_username,Value=NAME`,
                        ]}
                    />
                </>
            )}
        </>
    );
}

interface CommandProps {
    readonly stack: string;
    readonly words: readonly [command: string, options: string];
}

function Command({ stack, words: [command, options] }: CommandProps) {
    const region = pulumiCommand(stack, "config get", "aws:region").line;
    const userPool = pulumiCommand(stack, "stack output", "userPoolId").line;
    return (
        <pre>
            <code>{`${command} --region "$(${region})" --user-pool-id "$(${userPool})" ${options}`}</code>
        </pre>
    );
}
