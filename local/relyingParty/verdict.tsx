import { quoted } from "../../commandLine/quoted";
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
}: Admission & { readonly username: string }) {
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

const userPool =
    '--region "$(pulumi config get aws:region)" --user-pool-id "$(pulumi stack output userPoolId)"';

function Command({ words: [command, options] }: { readonly words: readonly [string, string] }) {
    return (
        <pre>
            <code>{`${command} ${userPool} ${options}`}</code>
        </pre>
    );
}
