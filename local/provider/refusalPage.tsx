import { htmlPage } from "../pages/htmlPage";
import { Mark } from "../pages/look";

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
            <section class="card middle" aria-label="Refusal">
                <Mark />
                <h1>{title}</h1>
                <p class="alert" role="alert">
                    {reason}
                </p>
                <a class="button secondary" href={home}>
                    Back to the start
                </a>
            </section>
        ),
    });
}
