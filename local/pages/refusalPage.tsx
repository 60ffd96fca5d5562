import type { Context } from "hono";

import { BackToStart, Card, htmlPage } from "./htmlPage";

/**
 * Shows why a request is refused, and the way back.
 *
 * @param home - Address of the start page
 */
export function refusalPage(reason: string, home: string): string {
    const title = "This does not work";
    return htmlPage({
        title,
        content: (
            <Card label="Refusal" title={title}>
                <p class="alert" role="alert">
                    {reason}
                </p>
                <BackToStart home={home} />
            </Card>
        ),
    });
}

/**
 * Shows that there is no such page, and the way back.
 *
 * @param home - Address of the start page
 */
export function notFoundPage(home: string): string {
    return refusalPage("There is no such page.", home);
}

/** Reports a fault of the try-out. Its stack holds no secret: file names, and this program's own messages. */
export function faultResponse(error: Error, c: Context): Response {
    console.error(error.stack);
    return c.text("The try-out failed; its terminal shows why.", 500);
}
