import { type Result, type RunOptions, source } from "axe-core";
import type { Page } from "playwright-core";

/**
 * Finds what breaks axe-core's rules: WCAG 2.2 A and AA, best practices, and AAA's contrast, which the
 * style promises where no brand sets the colors.
 *
 * @returns Each as the rule and the elements that break it
 */
export async function violations(
    page: Page,
    rules: readonly string[] = ["color-contrast-enhanced", "target-size"],
): Promise<string[]> {
    const options: RunOptions = {
        resultTypes: ["violations"],
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
    };
    await page.evaluate(source);
    const found = await page.evaluate<Result[]>(
        `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
