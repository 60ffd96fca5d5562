import type { Page } from "playwright-core";

/** A text with its contrast, as `1.52 quiet text`. */
type Finding = string;

/** Finds texts whose contrast is under 4.5, WCAG 2.2's level AA for text of ordinary size. */
export function faintTexts(page: Page): Promise<Finding[]> {
    return page.evaluate(() => {
        const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
        const luminance = (color: string) =>
            channels(color)
                .slice(0, 3)
                .map((value) => value / 255)
                .map((value) =>
                    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
                )
                .reduce((sum, value, at) => sum + value * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
        const background = (element: Element | null): string => {
            if (!element) return "rgb(255, 255, 255)";
            const color = getComputedStyle(element).backgroundColor;
            return channels(color)[3] === 0 ? background(element.parentElement) : color;
        };
        const findings: string[] = [];
        for (const element of document.body.querySelectorAll("*")) {
            const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            const text = own
                .map((node) => node.textContent)
                .join("")
                .trim();
            if (text === "" || !element.checkVisibility()) continue;
            const pair = [getComputedStyle(element).color, background(element)].map(luminance);
            const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
            if (contrast < 4.5) findings.push(`${contrast.toFixed(2)} ${text}`);
        }
        return findings;
    });
}

/** Tells whether the element in focus has a border of its own to show that. */
export function focusIsVisible(page: Page): Promise<boolean> {
    return page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(
            document.activeElement ?? document.body,
        );
        return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
    });
}

/** Tells by how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Finds fields without a label, and tables without headings. */
export function unlabelled(page: Page): Promise<string[]> {
    return page.evaluate(() => [
        ...[...document.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")]
            .filter((input) => (input.labels?.length ?? 0) === 0)
            .map((input) => input.outerHTML),
        ...[...document.querySelectorAll("table")]
            .filter((table) => !table.querySelector("thead th[scope=col]"))
            .map((table) => table.outerHTML),
    ]);
}
