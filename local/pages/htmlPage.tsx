import { createHash } from "node:crypto";

import type { Child } from "hono/jsx";
import { renderToString } from "hono/jsx/dom/server";

import type { Look } from "../program/registeredLook";
import { lookStyle, Mark } from "./look";
import { style } from "./style";

/** What a page of the try-out consists of. */
export interface Page {
    /** Title of the window. */
    readonly title: string;
    /** Everything in `main`, beginning with the heading. */
    readonly content: Child;
    /** Colors and icon, by default those of the try-out. */
    readonly look?: Look | undefined;
}

/** Frames a page: the style, and a line at the top that says what this is. */
export function htmlPage({ title, content, look }: Page): string {
    const page = (
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{title}</title>
                <link rel="icon" href={look?.favicon ?? "data:,"} />
                <style dangerouslySetInnerHTML={{ __html: style }} />
                {look && <style dangerouslySetInnerHTML={{ __html: lookStyle(look) }} />}
            </head>
            <body>
                <header class="notice">
                    A try-out on this machine: neither Amazon Cognito nor flexAI. Not for
                    production.
                </header>
                <main>{content}</main>
            </body>
        </html>
    );
    // A primitive, which the server sends at once: hono's own String object would become a stream.
    return `<!doctype html>${renderToString(page)}`;
}

const styleSource = sourceOf(style);

/** The source of a style sheet in a content security policy. */
function sourceOf(styleSheet: string): string {
    return `'sha256-${createHash("sha256").update(styleSheet).digest("base64")}'`;
}

/**
 * Makes the headers of every response of the try-out: no script, no foreign content, no frame, no
 * copy in a cache.
 *
 * @param formTargets - Origins that a form of the page may lead to besides the page's own.
 * Browsers apply this list to redirects that follow a form too
 * @param look - The page's, if it has one
 */
export function securityHeaders(
    formTargets: readonly string[] = [],
    look?: Look,
): Record<string, string> {
    const styleSources = [styleSource, ...(look ? [sourceOf(lookStyle(look))] : [])];
    return {
        "content-security-policy": [
            "default-src 'none'",
            `style-src ${styleSources.join(" ")}`,
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

/** What has just happened, if anything has; a screen reader says it by itself. */
export function Notice({ children }: { readonly children: string | undefined }) {
    return children === undefined ? null : (
        <p class="good" role="status">
            {children}
        </p>
    );
}

/** The card in the middle of a page, with the mark and the title on top. */
export function Card(props: {
    readonly label: string;
    readonly title: string;
    readonly children: Child;
}) {
    return (
        <section class="card middle" aria-label={props.label}>
            <Mark />
            <h1>{props.title}</h1>
            {props.children}
        </section>
    );
}

/** Leads back to the start page, whose address is needed on a page of another origin. */
export function BackToStart({ home = "/" }: { readonly home?: string }) {
    return (
        <a class="button secondary" href={home}>
            Back to the start
        </a>
    );
}

/** Shows roles or groups beside a name, or what stands there without any. */
export function Labels(props: { readonly words: readonly string[]; readonly otherwise: string }) {
    const { words, otherwise } = props;
    return (
        <>
            {(words.length > 0 ? words : [otherwise]).map((word) => (
                <span class="label">{word}</span>
            ))}
        </>
    );
}
