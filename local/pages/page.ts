import { createHash } from "node:crypto";

import { html, raw } from "hono/html";

import { style } from "./style";

/** Markup whose inserted values are escaped already, as hono's `html` makes it. */
export type Markup = ReturnType<typeof html>;

/** What a page of the try-out consists of. */
export interface Page {
    /** Title of the window. */
    readonly title: string;
    /** Everything within `main`, beginning with the heading. */
    readonly content: Markup;
    /** Whether the page is a form and little else, and stays narrow; by default not. */
    readonly narrow?: boolean;
}

/** Frames a page: the style, and a line at the top that says what this is. */
export async function htmlPage({ title, content, narrow = false }: Page): Promise<string> {
    const page = await html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                <link rel="icon" href="data:," />
                ${styleElement}
            </head>
            <body>
                <div class="notice" role="note">
                    A try-out on this machine: neither Amazon Cognito nor flexAI. Not for
                    production.
                </div>
                <main class="${narrow ? "narrow" : ""}">${content}</main>
            </body>
        </html>`;
    // A primitive, which the server sends at once: hono's own String object would become a stream.
    return page.toString();
}

const styleHash = createHash("sha256").update(style).digest("base64");
// Not part of the template, whose white space would be hashed by browsers too.
const styleElement = raw(`<style>${style}</style>`);

/**
 * Makes the headers of every answer of the try-out: no script, no foreign content, no frame, no
 * copy in a cache.
 *
 * @param formTargets - Origins that a form of the page may lead to besides the page's own.
 * Browsers hold redirects that follow a form to this list too
 */
export function securityHeaders(formTargets: readonly string[] = []): Record<string, string> {
    return {
        "content-security-policy": [
            "default-src 'none'",
            `style-src 'sha256-${styleHash}'`,
            "img-src data:",
            `form-action ${["'self'", ...formTargets].join(" ")}`,
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ].join("; "),
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    };
}
