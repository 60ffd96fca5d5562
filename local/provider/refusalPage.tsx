import { htmlPage } from "../pages/htmlPage";

/**
 * Shows why a request is refused, and the way back.
 *
 * @param home - Address of the start page
 */
export function refusalPage(reason: string, home: string): string {
    const title = "This does not work";
    return htmlPage({
        title,
        narrow: true,
        content: (
            <>
                <h1>{title}</h1>
                <p class="alert" role="alert">
                    {reason}
                </p>
                <p>
                    <a href={home}>Back to the start</a>
                </p>
            </>
        ),
    });
}
