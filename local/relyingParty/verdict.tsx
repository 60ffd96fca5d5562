import type { Admission, Claims } from "../../flexai/admission";
import { isObject } from "../../commandLine/json";
import { flexaiRoles } from "../../flexai/manual";
import { DocumentLink } from "./links";

/** What flexAI would show and grant. */
export function Permission({ name, roles }: Admission) {
    return (
        <p class="good">
            flexAI would call you <strong>{name}</strong> and give you{" "}
            {roles.length === 1 ? "the role" : "the roles"} <strong>{roles.join(", ")}</strong>.
        </p>
    );
}

/** What the advice to a refused user depends on. */
export interface RefusalProps extends Admission {
    /** Claims of the user's ID token. */
    readonly idToken: Claims;
    /** Whether the pool's users are made up. */
    readonly isMadeUp: boolean;
    /** Name of the stack, for its file. */
    readonly stack: string;
}

/** Why flexAI would refuse the user, and what changes it. */
export function Refusal({ refusals, roles, name, idToken, isMadeUp, stack }: RefusalProps) {
    const company = companyOf(idToken);
    return (
        <>
            <div class="alert" role="alert">
                {refusals.map((reason) => (
                    <p>{reason}</p>
                ))}
            </div>
            <p>The sign-in itself worked.</p>
            {roles.length === 0 &&
                (company === undefined ? (
                    <PoolRole isMadeUp={isMadeUp} stack={stack} />
                ) : (
                    <CompanyRole company={company} />
                ))}
            {name === undefined && (
                <p>
                    The name is the attribute <code>preferred_username</code>, or else the user
                    name, which the project&apos;s trigger puts there. How a person gets the
                    attribute:{" "}
                    <DocumentLink
                        to={
                            company === undefined
                                ? "docs/users.md#preferred-name"
                                : "docs/company-login.md"
                        }
                    />
                </p>
            )}
        </>
    );
}

function PoolRole({ isMadeUp, stack }: Pick<RefusalProps, "isMadeUp" | "stack">) {
    return (
        <>
            <p>
                {isMadeUp
                    ? "This person is made up, to show what happens without a role. A real one gets a role under "
                    : "The person needs a role under "}
                <code>users</code> in <code>Pulumi.{stack}.yaml</code>, such as:
            </p>
            <pre>
                <code>roles: [{flexaiRoles.at(-1)}]</code>
            </pre>
            <p>
                After <code>pulumi up</code> it counts from the next sign-in on, or within the hour.
                For people who are not in that file:{" "}
                <DocumentLink to="docs/users.md#change-a-users-roles" />
            </p>
        </>
    );
}

function CompanyRole({ company }: { readonly company: string }) {
    return (
        <p>
            {company} decides: the person needs to be in one of the company&apos;s groups that have
            a role, or one of their groups needs a role under <code>companyLogin.roles</code>. What
            there is to do:{" "}
            <DocumentLink to="docs/company-login.md#signed-in-and-refused-by-flexai" />
        </p>
    );
}

/** Name of the company's provider at which the user has signed in, if it was there. */
function companyOf({ identities }: Claims): string | undefined {
    const [identity] = Array.isArray(identities) ? (identities as unknown[]) : [];
    return isObject(identity) ? String(identity.providerName) : undefined;
}
