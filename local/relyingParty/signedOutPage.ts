import { html } from "hono/html";

import { flexaiRoles } from "../../flexai";
import { htmlPage, type Markup } from "../html";

/** A user to try out the sign-in with. */
export interface DemoUser {
    readonly username: string;
    readonly password: string;
    readonly groups: readonly string[];
}

/**
 * Invites to sign in, and shows with whom.
 *
 * @param notice - What has just happened, if anything has
 */
export function signedOutPage(users: readonly DemoUser[], notice?: string): Markup {
    const title = "Sign in to flexAI";
    return htmlPage({
        title,
        content: html`
            ${notice === undefined ? "" : html`<p class="good" role="status">${notice}</p>`}
            <h1>${title}</h1>
            <section class="card" aria-label="Sign-in">
                <p>
                    This page stands in flexAI's place. It sends you to the sign-in page, and shows
                    whether flexAI would then let you in, as what, and what it would be told.
                </p>
                <div class="actions"><a class="button" href="/sign-in">Sign in</a></div>
            </section>
            <h2>Users</h2>
            <table>
                <caption class="quiet">
                    One for each role and one without are made up for this try-out, and every
                    password is. flexAI lets in who has one of the roles ${flexaiRoles.join(", ")}.
                </caption>
                <thead>
                    <tr>
                        <th scope="col">User name</th>
                        <th scope="col">Password</th>
                        <th scope="col">Role</th>
                    </tr>
                </thead>
                <tbody>
                    ${users.map(row)}
                </tbody>
            </table>
        `,
    });
}

function row({ username, password, groups }: DemoUser): Markup {
    return html`<tr>
        <th scope="row"><code>${username}</code></th>
        <td><code>${password}</code></td>
        <td>${groups.join(", ") || "none"}</td>
    </tr>`;
}
