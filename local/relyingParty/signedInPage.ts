import { html } from "hono/html";

import { htmlPage, type Markup } from "../pages/page";
import { admission, type Admission } from "../../flexai/admission";
import { claimsTable } from "./claimsTable";
import type { Tokens } from "./connection";

/** What the page for a signed-in user shows. */
export interface SignedInPage {
    readonly tokens: Tokens;
    readonly rolesClaim: string;
    /** Address that ends the provider's session and then the page's. */
    readonly signOutUrl: string;
    /** What has just happened, if anything has. */
    readonly notice: string | undefined;
}

/** Shows what flexAI would make of the user, and what the tokens say. */
export function signedInPage({
    tokens,
    rolesClaim,
    signOutUrl,
    notice,
}: SignedInPage): Promise<string> {
    const { idToken, accessToken, refreshToken } = tokens;
    const verdict = admission(idToken, rolesClaim);
    const refused = verdict.refusals.length > 0;
    const title = refused ? "flexAI would refuse you" : "flexAI would let you in";
    return htmlPage({
        title,
        content: html`
            ${notice === undefined ? "" : html`<p class="good" role="status">${notice}</p>`}
            <h1>${title}</h1>
            <section class="card" aria-label="Sign-in">
                ${refused ? refusal(verdict) : permission(verdict)}
                <p>
                    You are signed in as <strong>${String(idToken["cognito:username"])}</strong>.
                    ${timeLeft(accessToken.exp)}
                </p>
                <p class="quiet">
                    This page stands in flexAI's place.
                    ${
                        refused
                            ? "The sign-in itself worked. A user gets roles by groups of the user pool that have their names."
                            : "flexAI itself would go on working with these tokens, and refresh them."
                    }
                </p>
                <div class="actions">
                    ${refreshToken === undefined ? "" : refreshForm}
                    <a class="button secondary" href="${signOutUrl}">Sign out</a>
                </div>
            </section>
            <section aria-labelledby="id-token">
                <h2 id="id-token">ID token</h2>
                ${claimsTable("Who signed in. flexAI reads the marked claims.", idToken, {
                    preferred_username: "flexAI's user name",
                    [rolesClaim]: "flexAI's roles",
                })}
            </section>
            <section aria-labelledby="access-token">
                <h2 id="access-token">Access token</h2>
                ${claimsTable("What Envoy in front of flexAI checks.", accessToken, {
                    [rolesClaim]: "flexAI's roles",
                })}
            </section>
        `,
    });
}

const refreshForm = html`<form method="post" action="/refresh">
    <button type="submit">Refresh tokens</button>
</form>`;

function permission({ name, roles }: Admission): Markup {
    return html`<p class="good">
        It would call you <strong>${name}</strong> and give you
        ${roles.length === 1 ? "the role" : "the roles"} <strong>${roles.join(", ")}</strong>.
    </p>`;
}

function refusal({ refusals }: Admission): Markup {
    return html`<div class="alert" role="alert">
        ${refusals.map((reason) => html`<p>${reason}</p>`)}
    </div>`;
}

function timeLeft(exp: unknown): Markup {
    const seconds = Math.floor(Number(exp) - Date.now() / 1000);
    if (!(seconds > 0)) return html`Your tokens have expired.`;
    const minutes = Math.floor(seconds / 60);
    return html`Your tokens expire in
        <strong>${minutes > 0 ? `${String(minutes)} min ` : ""}${seconds % 60} s</strong>.`;
}
