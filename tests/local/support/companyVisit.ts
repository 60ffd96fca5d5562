import * as oidc from "openid-client";

import { Browser } from "./browser";
import { discovered, type Registration } from "./relyingParty";

/** A page of the company. */
export interface CompanyPage {
    readonly address: URL;
    readonly text: string;
}

/** Signs somebody in at the company's page, and returns where that leads. */
export type Choice = (browser: Browser, page: CompanyPage, end: string) => Promise<CompanyPage>;

/** A sign-in at the company that has come back to flexAI's callback. */
export interface CompanyVisit {
    /** Whether the company asked who it is. */
    readonly asked: boolean;
    readonly callback: URL;
    readonly tokens: () => ReturnType<typeof oidc.authorizationCodeGrant>;
}

/** Signs somebody in by the button of the company. */
export async function visitCompany(
    registration: Registration,
    choose: Choice,
    browser = new Browser(),
    changes: Readonly<Record<string, string>> = {},
): Promise<CompanyVisit> {
    const configuration = await discovered(registration);
    const nonce = oidc.randomNonce();
    const redirectUri = registration.redirectUris[1] ?? "";
    const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: "openid email profile",
        identity_provider: "Contoso",
        nonce,
        ...changes,
    });
    const first = await browser.travel(url, redirectUri);
    const asked = !first.address.href.startsWith(redirectUri);
    const { address } = asked ? await choose(browser, first, redirectUri) : first;
    return {
        asked,
        callback: address,
        tokens: () => oidc.authorizationCodeGrant(configuration, address, { expectedNonce: nonce }),
    };
}

/** Chooses a colleague at the made-up company. */
export function colleague(firstName: string): Choice {
    return (browser, { address, text }, end) => {
        const [, sub = ""] =
            new RegExp(`value="([^"]*)" aria-label="[^"]*\\b${firstName} `).exec(text) ?? [];
        return browser.travel(address, end, post({ colleague: sub }, address));
    };
}

/** A form that a browser sends from the page at an address. */
export function post(fields: Readonly<Record<string, string>>, { origin }: URL): RequestInit {
    return { method: "POST", body: new URLSearchParams(fields), headers: { origin } };
}

/** The roles in a token. */
export function rolesIn(claims: Readonly<Record<string, unknown>> | undefined): unknown {
    return claims?.["https://flexai.de/roles"];
}
