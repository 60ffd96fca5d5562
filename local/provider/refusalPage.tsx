import { Card, htmlPage } from "../pages/htmlPage";

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
                <a class="button secondary" href={home}>
                    Back to the start
                </a>
            </Card>
        ),
    });
}
