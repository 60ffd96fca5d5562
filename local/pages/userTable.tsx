import type { PropsWithChildren } from "hono/jsx";

import { nameOf, type TryOutUser, usersWhoCanSignIn } from "../tryOutUsers";

/** Shows who can sign in; a disabled user cannot. */
export function UserTable({
    users,
    children,
}: PropsWithChildren<{ readonly users: readonly TryOutUser[] }>) {
    return (
        <div class="scroll" tabindex={0} role="region" aria-label="Users">
            <table>
                <caption class="quiet">{children}</caption>
                <thead>
                    <tr>
                        <th scope="col">User name</th>
                        <th scope="col">Password</th>
                        <th scope="col">Roles</th>
                    </tr>
                </thead>
                <tbody>
                    {usersWhoCanSignIn(users).map((user) => (
                        <tr>
                            <th scope="row">
                                <code>{user.username}</code>
                                <div class="quiet">
                                    {nameOf(user)}
                                    {!user.demonstration && ", configured"}
                                </div>
                            </th>
                            <td>
                                <code>{user.password}</code>
                            </td>
                            <td>{user.groups.join(", ") || "none"}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
