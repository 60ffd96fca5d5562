import { html } from "hono/html";

import type { Markup } from "../pages/page";
import type { Claims } from "../../flexai/admission";

const times = ["auth_time", "exp", "iat", "nbf"];

/**
 * Shows the claims of a token, those with a remark marked and first.
 *
 * @param remarks - What a claim means to flexAI, by the claim's name
 */
export function claimsTable(
    caption: string,
    claims: Claims,
    remarks: Readonly<Record<string, string>>,
): Markup {
    const names = Object.keys(claims).sort();
    const marked = Object.keys(remarks).filter((name) => names.includes(name));
    const others = names.filter((name) => !marked.includes(name));
    return html`<table>
        <caption class="quiet">
            ${caption}
        </caption>
        <thead>
            <tr>
                <th scope="col">Claim</th>
                <th scope="col">Value</th>
            </tr>
        </thead>
        <tbody>
            ${marked.map((name) => row(name, claims[name], remarks[name]))}
            ${others.map((name) => row(name, claims[name], undefined))}
        </tbody>
    </table>`;
}

function row(name: string, value: unknown, remark: string | undefined): Markup {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return html`<tr class="${remark === undefined ? "" : "marked"}">
        <th scope="row"><code>${breakable(name)}</code></th>
        <td>
            <code>${text}</code>
            ${remark === undefined ? "" : html`<div class="quiet">${remark}</div>`}
            ${
                times.includes(name) && typeof value === "number"
                    ? html`<div class="quiet">${dateAndTime(value)}</div>`
                    : ""
            }
        </td>
    </tr>`;
}

/** Lets a name break where its parts end, for narrow windows. */
function breakable(name: string): Markup[] {
    return name.split(/(?<=[_:/])/).map((part) => html`${part}<wbr />`);
}

/**
 * Writes a time of a token so that a person can read it.
 *
 * @param seconds - Since 1970
 */
function dateAndTime(seconds: number): string {
    const date = new Date(seconds * 1000);
    if (Number.isNaN(date.getTime())) return "";
    return date.toISOString().replace("T", " ").replace(".000Z", " UTC");
}
