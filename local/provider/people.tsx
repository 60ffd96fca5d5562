import { Labels } from "../pages/htmlPage";
import { nameOf, type TryOutUser } from "../tryOutUsers";

/** The users, and the token of the forms that sign them in. */
export interface PeopleProps {
    readonly users: readonly TryOutUser[];
    readonly csrf: string;
}

/** Shows the users, each with a form that is filled in; Cognito refuses one who is disabled. */
export function People({ users, csrf }: PeopleProps) {
    return (
        <ul class="people">
            {users.map((user) => (
                <li>
                    <Person {...user} />
                    <form method="post">
                        <input type="hidden" name="_csrf" value={csrf} />
                        <input type="hidden" name="username" value={user.username} />
                        <input type="hidden" name="password" value={user.password} />
                        <button class="secondary small" aria-label={`Sign in as ${nameOf(user)}`}>
                            Sign in
                        </button>
                    </form>
                </li>
            ))}
        </ul>
    );
}

function Person(user: TryOutUser) {
    const { username, password, groups, enabled } = user;
    const { email } = user.attributes;
    return (
        <div>
            <p>
                <strong>{nameOf(user)}</strong> <Labels words={groups} otherwise="no role" />
                {!enabled && <Labels words={["disabled"]} otherwise="" />}
            </p>
            <p class="quiet">
                <code class="copy">{username}</code>
                {email !== undefined && (
                    <>
                        {" "}
                        or <code class="copy">{email}</code>
                    </>
                )}
                , password <code class="copy whole">{password}</code>
            </p>
        </div>
    );
}
