import type { Child } from "hono/jsx";
import { renderToString } from "hono/jsx/dom/server";

/** The HTML of a component. */
export function rendered(component: Child): string {
    return renderToString(component);
}
