import type { Page } from "playwright-core";

/** Whether the element in focus has an outline that shows it. */
export function focusIsVisible(page: Page): Promise<boolean> {
    return page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(
            document.activeElement ?? document.body,
        );
        return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
    });
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
