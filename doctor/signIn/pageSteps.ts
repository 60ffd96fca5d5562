import type { Locator, Page } from "playwright-core";

import { CheckFailed, failed } from "../check";
import type { AuthenticatorApp } from "./authenticatorApp";
import { type Field, type View, visibleInputs } from "./pageView";

/** What a person types to sign in. */
export interface Person {
    readonly username: string;
    /** Returns the password, right before it is sent. */
    readonly password: () => Promise<string>;
}

/** A known form of the sign-in page. */
export interface PageStep {
    /** What the form asks for. */
    readonly asksFor: string;
    readonly recognizes: (view: View, app: AuthenticatorApp) => boolean;
    /** @throws {CheckFailed} When a throw-away user cannot do this */
    readonly fillIn: (
        page: Page,
        view: View,
        person: Person,
        app: AuthenticatorApp,
    ) => Promise<void>;
}

const isPassword = ({ type }: Field) => type === "password";
const isCode = ({ name, autocomplete }: Field) =>
    autocomplete === "one-time-code" || /code|otp|totp|mfa/i.test(name);
const isUsername = ({ name, type, autocomplete }: Field) =>
    (type === "text" || type === "email") &&
    (/^(.*username|email)$/i.test(name) || /\busername\b/.test(autocomplete));

/** The forms that managed login may show, more specific ones first. */
export const pageSteps: readonly PageStep[] = [
    {
        asksFor: "the first code of an authenticator app",
        recognizes: ({ fields }, { isSetUp }) => !isSetUp && fields.some(isCode),
        fillIn: async (page, { fields, says }, _person, app) => {
            if (!(await app.setUp(page))) {
                refuse(
                    `the page asks for a second factor: ${says}`,
                    "The page shows no secret to set up an authenticator app with, and the " +
                        "throw-away user has no other second factor. Sign in as a person instead: " +
                        "open flexAI in a browser.",
                );
            }
            await submit(await type(page, fields.find(isCode), app.nextCode()));
        },
    },
    {
        asksFor: "a code of the authenticator app",
        recognizes: ({ fields }, { isSetUp }) => isSetUp && fields.some(isCode),
        fillIn: async (page, { fields }, _person, app) => {
            await submit(await type(page, fields.find(isCode), app.nextCode()));
        },
    },
    {
        asksFor: "a new password",
        recognizes: ({ fields }) =>
            fields.filter(isPassword).length > 1 ||
            fields.some(({ autocomplete }) => autocomplete === "new-password"),
        fillIn: (_page, { says }) =>
            refuse(
                `the page asks for a new password: ${says}`,
                "The password of the throw-away user was permanent, and something changed that: run " +
                    "this again, and check the pool's triggers and password policy.",
            ),
    },
    {
        asksFor: "username and password",
        recognizes: ({ fields }) => fields.some(isUsername) && fields.some(isPassword),
        fillIn: async (page, { fields }, { username, password }) => {
            await type(page, fields.find(isUsername), username);
            await submit(await type(page, fields.find(isPassword), await password()));
        },
    },
    {
        asksFor: "the username",
        recognizes: ({ fields }) => fields.some(isUsername),
        fillIn: async (page, { fields }, { username }) => {
            await submit(await type(page, fields.find(isUsername), username));
        },
    },
    {
        asksFor: "the password",
        recognizes: ({ fields }) => fields.some(isPassword),
        fillIn: async (page, { fields }, { password }) => {
            await submit(await type(page, fields.find(isPassword), await password()));
        },
    },
];

async function type(page: Page, field: Field | undefined, value: string): Promise<Locator> {
    const input = page.locator(visibleInputs).nth(field?.index ?? 0);
    await input.fill(value);
    return input;
}

/** Presses the button after the last field, as a person would: one before it may be a company's. */
async function submit(input: Locator): Promise<void> {
    const button = input
        .locator("xpath=ancestor::form")
        .locator("button[type=submit]:visible, input[type=submit]:visible")
        .and(input.locator("xpath=following::*"))
        .first();
    if ((await button.count()) > 0) await button.click({ noWaitAfter: true });
    else await input.press("Enter", { noWaitAfter: true });
}

function refuse(seen: string, advice: string): never {
    throw new CheckFailed(failed("the callback after username and password", seen, advice));
}
