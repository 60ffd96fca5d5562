import { html } from "hono/html";

import { flexaiRoles } from "../../flexai/manual";
import type { TryOutUser } from "../tryOutUsers";
import { htmlPage } from "../pages/page";
import { userTable } from "../pages/userTable";

/**
 * Invites to sign in, and shows with whom.
 *
 * @param notice - What has just happened, if anything has
 */
export function signedOutPage(users: readonly TryOutUser[], notice?: string): Promise<string> {
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
            ${userTable(caption, users)}
        `,
    });
}

const caption = html`Made up for this try-out: a user for each role, one without, and all passwords.
A group gives the role of its name, and flexAI lets in who has one of ${flexaiRoles.join(", ")}.`;
