import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { htmlPage } from "../pages/htmlPage";
import { projectFolder } from "../program/stackFile";

/**
 * Shows a document, if there is one at that path from the project's folder. The page has the same path, so
 * the links between documents need no change.
 */
export async function documentPage(path: string): Promise<string | undefined> {
    const file = join(projectFolder, path);
    if (!/^(?:docs\/(?:policies\/)?)?[\w-]+\.md$/.test(path) || !existsSync(file)) return undefined;
    const source = readFileSync(file, "utf8");
    return htmlPage({
        title: /^# (.*)$/m.exec(source)?.[1] ?? path,
        content: (
            <>
                <nav class="actions" aria-label="Documents">
                    <a href="/">Start</a>
                    <a href="/docs/README.md">All documents</a>
                </nav>
                <article
                    class="card document"
                    dangerouslySetInnerHTML={{ __html: await htmlOf(source, dirname(file)) }}
                />
            </>
        ),
    });
}

async function htmlOf(source: string, folder: string): Promise<string> {
    // Not at the top, because a start would take longer.
    const { Marked } = await import("marked");
    const { gfmHeadingId } = await import("marked-gfm-heading-id");
    const marked = new Marked(gfmHeadingId(), {
        renderer: {
            // Other files of the project have no page, so their names stand there without a link.
            link({ href, tokens }) {
                const leads = /^(?:https:|#)|\.md(?:#|$)/.test(href);
                return leads ? false : this.parser.parseInline(tokens);
            },
        },
    });
    const html = await marked.parse(source);
    return (
        html
            // Nothing draws them here, and their source is long.
            .replace(
                /<pre><code class="language-mermaid">.*?<\/pre>/gs,
                "<details><summary>Source of a diagram</summary>$&</details>",
            )
            // By keyboard, only what can be in focus can be scrolled.
            .replaceAll("<pre>", '<pre tabindex="0">')
            // The content security policy allows no other pictures.
            .replace(/src="([^":]+\.png)"/g, (_, picture: string) => {
                const content = readFileSync(join(folder, picture), "base64");
                return `src="data:image/png;base64,${content}"`;
            })
    );
}
