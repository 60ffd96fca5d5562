import { setTimeout } from "node:timers/promises";

import type { Page } from "playwright-core";

import { CheckFailed, failed } from "../check";
import type { Commands } from "../commands";
import { AuthenticatorApp } from "./authenticatorApp";
import { type PageStep, pageSteps, type Person } from "./pageSteps";
import { address, lookAt, unknownPage, type View } from "./pageView";

/** Milliseconds between two looks at the page. */
const pause = 100;
/** Milliseconds that a page has to show a known form, which a script may draw. */
const drawing = 3000;

const expected = "the callback after username and password";

/**
 * Goes from the sign-in page to the callback, form by form.
 *
 * @param reached - Settles when the browser has reached the callback
 * @param limit - Milliseconds that the page has between two forms
 * @throws {CheckFailed} When a page is not a known form, or does not go on
 */
export async function walkThrough(
    page: Page,
    person: Person,
    reached: Promise<URL>,
    limit: number,
    commands: Commands,
): Promise<URL> {
    const done = new Set<string>();
    const app = new AuthenticatorApp();
    const stepFor = (seen: View) => pageSteps.find(({ recognizes }) => recognizes(seen, app));
    let view: View | undefined;
    for (;;) {
        const next = await Promise.race([reached, nextView(page, view?.key, limit, stepFor)]);
        if (next instanceof URL) return next;
        const step = stepFor(next);
        if (!step) throw unknownPage(next, commands);
        if (done.has(step.asksFor)) {
            throw new CheckFailed(
                failed(
                    expected,
                    `the page asks for ${step.asksFor} again and says: ${next.says}`,
                    "The pool does not sign in a user whom it has just created. Check the client's " +
                        "ExplicitAuthFlows and the pool's triggers, or restore the program's.",
                    commands.restore,
                ),
            );
        }
        view = next;
        done.add(step.asksFor);
        await step.fillIn(page, view, person, app);
    }
}

/** Waits for a known form, or for any page that stays. */
async function nextView(
    page: Page,
    before: string | undefined,
    limit: number,
    stepFor: (view: View) => PageStep | undefined,
): Promise<View> {
    const begin = Date.now();
    let latest: View | undefined;
    let since = begin;
    while (Date.now() - begin < limit) {
        await setTimeout(pause);
        const view = await lookAt(page);
        if (!view || view.key === before) continue;
        if (view.key !== latest?.key) since = Date.now();
        latest = view;
        const isKnown = stepFor(view) !== undefined;
        // A form that has not changed from one look to the next is ready to be filled in.
        if (Date.now() - since >= (isKnown ? pause : drawing)) return view;
    }
    throw new CheckFailed(
        failed(
            expected,
            `nothing more for ${String(limit / 1000)} s on ${address(page.url())}, which says: ` +
                ((await lookAt(page))?.says ?? "nothing"),
            "Try again. If nothing changes, open flexAI in a browser and see how far you come.",
        ),
    );
}
