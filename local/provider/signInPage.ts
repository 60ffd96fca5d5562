import { html } from "hono/html";

import type { TryOutUser } from "../tryOutUsers";
import { htmlPage } from "../pages/page";
import { userTable } from "../pages/userTable";

/** What the sign-in page shows. */
export interface SignInPage {
    /** Name of the client that asks for the sign-in. */
    readonly clientName: string;
    readonly users: readonly TryOutUser[];
    readonly csrf: string;
    /** Who could not sign in just now, if somebody tried. */
    readonly refused: { readonly username: string } | undefined;
}

/** Shows the form, whose fields are named as Cognito's are, and who can sign in here. */
export function signInPage({ clientName, users, csrf, refused }: SignInPage): Promise<string> {
    const title = `Sign in to ${clientName}`;
    // The same words for an unknown user and a wrong password, as Cognito has them.
    const alert = html`<p class="alert" role="alert" id="refusal">
        Incorrect username or password.
    </p>`;
    const described = refused ? html`aria-invalid="true" aria-describedby="refusal"` : "";
    const content = html`<h1>${title}</h1>
        <form method="post" class="card">
            ${refused ? alert : ""}
            <input type="hidden" name="_csrf" value="${csrf}" />
            <label for="username">Username or email</label>
            <input
                id="username"
                name="username"
                autocomplete="username"
                autocapitalize="none"
                spellcheck="false"
                required
                ${refused ? "" : "autofocus"}
                value="${refused?.username ?? ""}"
                ${described}
            />
            <label for="password">Password</label>
            <input
                id="password"
                name="password"
                type="password"
                autocomplete="current-password"
                required
                ${refused ? "autofocus" : ""}
                ${described}
            />
            <button type="submit">Sign in</button>
        </form>
        <h2>Who can sign in</h2>
        ${userTable(caption, users)}`;
    return htmlPage({ title, content, narrow: true });
}

const caption = html`Demonstration users, made up for this try-out; those of the configuration, if
there are any, are marked. The passwords hold until the try-out ends. Amazon Cognito shows none of
this.`;
