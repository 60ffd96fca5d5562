import { Labels } from "../pages/htmlPage";
import { nameOf, type TryOutUser, usersWhoCanSignIn } from "../tryOutUsers";

/** Who can sign in, and the token of the forms that do so. */
export interface PeopleProps {
    readonly users: readonly TryOutUser[];
    readonly csrf: string;
}

/** Shows who can sign in, each with a form that is filled in; a disabled user cannot sign in. */
export function People({ users, csrf }: PeopleProps) {
    return (
        <ul class="people">
            {usersWhoCanSignIn(users).map((user) => (
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
    const { username, password, groups, demonstration } = user;
    return (
        <div>
            <p>
                <strong>{nameOf(user)}</strong> <Labels words={groups} otherwise="no role" />
            </p>
            <p class="quiet">
                <code class="copy">{username}</code>
                {!demonstration && " (configured)"}, password{" "}
                <code class="copy whole">{password}</code>
            </p>
        </div>
    );
}
