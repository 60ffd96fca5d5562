import { html } from "hono/html";
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";

import { htmlPage } from "../pages/page";

/** Shows why something did not work, and the way on. */
export function failurePage(title: string, reason: string): Promise<string> {
    return htmlPage({
        title,
        narrow: true,
        content: html`
            <h1>${title}</h1>
            <section class="card" aria-label="Failure">
                <p class="alert" role="alert">${reason}</p>
                <div class="actions">
                    <a class="button" href="/sign-in">Sign in again</a>
                    <a class="button secondary" href="/">Back to the start</a>
                </div>
            </section>
        `,
    });
}

/** Says in words what the provider or the check of its answer objected to. */
export function reasonOf(error: unknown): string {
    if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
        const { error: code, error_description: description } = error;
        const said = description === undefined ? code : `${description} (${code})`;
        return `The OpenID Provider says: ${said}`;
    }
    const message = error instanceof Error ? error.message : String(error);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    return `The answer of the OpenID Provider cannot be used: ${message}${cause && `, ${cause}`}`;
}
