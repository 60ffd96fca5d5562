import { html } from "hono/html";

import type { TryOutUser } from "../tryOutUsers";
import type { Markup } from "./page";

/** Shows who can be tried out, those marked that the configuration names. */
export function userTable(caption: Markup, users: readonly TryOutUser[]): Markup {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Users">
        <table>
            <caption class="quiet">
                ${caption}
            </caption>
            <thead>
                <tr>
                    <th scope="col">Username</th>
                    <th scope="col">Password</th>
                    <th scope="col">Group</th>
                </tr>
            </thead>
            <tbody>
                ${users.map(row)}
            </tbody>
        </table>
    </div>`;
}

function row({ username, password, groups, demonstration, enabled }: TryOutUser): Markup {
    const remark = [
        ...(demonstration ? [] : ["configured"]),
        ...(enabled ? [] : ["disabled"]),
    ].join(", ");
    return html`<tr>
        <th scope="row">
            <code>${username}</code>${remark && html`<div class="quiet">${remark}</div>`}
        </th>
        <td><code>${password}</code></td>
        <td>${groups.join(", ") || "none"}</td>
    </tr>`;
}
