import { deploymentOf } from "../../doctor/deployment";
import { expect } from "chai";
import type { Page } from "playwright-core";

import { type Check, type Finding, passed } from "../../doctor/check";
import { runChecks } from "../../doctor/runner";
import { signInChecks } from "../../doctor/signIn/signInChecks";
import { deployedOutputs } from "../doctor/support/deployedOutputs";
import { type ManagedLogin, redirect, startManagedLogin } from "./managedLogin";
import { runningChromium } from "./runningChromium";

export const username = '<input name="username" autocomplete="username">';
export const password = '<input name="password" type="password">';
const person = { username: "thrown", password: "pass-word", preferredUsername: "thrown" };

/** A tab, a sign-in page and a flexAI, for one sign-in. */
export class SignInAttempt {
    /** When the user joined and left a group, and when a form came. */
    readonly events: string[] = [];
    /** What AWS does when the user joins a group. */
    join = (group: string): Promise<void> => {
        this.events.push(`joins ${group}`);
        return Promise.resolve();
    };

    private constructor(
        readonly login: ManagedLogin,
        private readonly page: Page,
    ) {}

    static async start(): Promise<SignInAttempt> {
        const browser = await runningChromium();
        return new SignInAttempt(await startManagedLogin(), await browser.newPage());
    }

    /** Signs in and returns what was found up to the callback. */
    async findings({
        endpoint = this.login.authorizationEndpoint,
        role,
    }: { endpoint?: string; role?: string } = {}): Promise<[Finding, Finding]> {
        const { redirectUri } = this.login;
        const user = {
            ...person,
            join: this.join,
            leave: () => {
                this.events.push("leaves");
                return Promise.resolve();
            },
        };
        const reachable: Check = { name: "reachable", needs: [], run: () => passed("") };
        const checks = signInChecks(
            {
                ...deploymentOf(deployedOutputs, { stack: "prod" }),
                authorizationEndpoint: endpoint,
                tokenEndpoint: "http://127.0.0.1:1/oauth2/token",
                redirectUris: [new URL("/", redirectUri).href, redirectUri],
            },
            { user, role, page: this.page, pageLimit: 4500 },
            {
                host: reachable,
                confirmations: { authorizationEndpoint: [], tokenEndpoint: [] },
                keys: reachable as Check<never>,
            },
        );
        const [, ...findings] = await runChecks([reachable, ...checks.all]);
        expect(JSON.stringify(findings)).not.to.include(person.password);
        expect(findings).to.have.lengthOf(role === undefined ? 2 : 5);
        return findings.slice(0, 2) as [Finding, Finding];
    }

    /**
     * Responds to the request with a form, and to the form with a redirect to the callback.
     *
     * @returns The forms that are sent
     */
    respondWith(form: Response, parameters: Readonly<Record<string, string>> = {}): string[] {
        let state = "";
        const forms: string[] = [];
        this.login.respond = (url, sent) => {
            if (url.pathname === "/oauth2/authorize") {
                state = sent.get("state") ?? "";
                return form;
            }
            forms.push(sent.toString());
            this.events.push("form");
            return redirect(this.login.redirectUri, { code: "the-code", state, ...parameters });
        };
        return forms;
    }

    /** Expects that flexAI got no request, and closes everything. */
    async close(): Promise<void> {
        const { login, page } = this;
        try {
            await page.context().close();
            expect(login.flexaiRequests).to.deep.equal([]);
            await fetch(login.redirectUri);
            expect(login.flexaiRequests, "requests after one by hand").to.have.lengthOf(1);
        } finally {
            await login.close();
        }
    }
}

/** Expects that a check failed with these words. */
export function expectFailure(finding: Finding, seen: RegExp, advice: RegExp): void {
    if (finding.outcome !== "failed") throw new Error(JSON.stringify(finding));
    expect(finding.seen).to.match(seen);
    expect(finding.advice).to.match(advice);
}
