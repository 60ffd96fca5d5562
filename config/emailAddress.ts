import { domainToASCII } from "node:url";

import { fromEncodedWords, toEncodedWords } from "./encodedWords";
import { hasInvisible } from "./names";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

/** What may stand in a local part or a name without quotes (RFC 5322, section 3.2.3). */
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const local = new RegExp(`^(?=.{1,64}$)${atom}(\\.${atom})*$`);
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/i;
const plainName = new RegExp(`^${atom}( ${atom})*$`);
const quotedName = /^"[ !#-[\]-~]+"$/;
/** Characters of an address that mail servers accept (RFC 5321, section 4.5.3.1.3). */
const longestAddress = 254;
/** Characters of From, of Amazon SES. */
const longestSender = 320;

/** An email address: Amazon SES accepts ASCII alone, with a domain in DNS. */
export const addressForm: Form = {
    accepts: isAddress,
    expected:
        `an email address of ${String(longestAddress)} ASCII characters at most, without a name,` +
        " such as anna@example.com",
    correct: (value) => splitSender(value)?.address ?? asciiAddress(value),
    otherwise: { placeholder: "EMAIL" },
};

/** Checks who learns that the trigger fails; empty is nobody. */
export function checkAlarmEmail(setting: Setting): string {
    return setting.string() === "" ? "" : checkForm(setting, addressForm);
}

/** What may stand in From. */
export const senderForm: Form = {
    accepts: (value) => {
        if (value.length > longestSender) return false;
        const sender = splitSender(value);
        if (!sender) return isAddress(value);
        const { name, address } = sender;
        return isName(name) && isAddress(address) && value === `${name} <${address}>`;
    },
    expected:
        "a sender such as flexai@example.com or flexAI <flexai@example.com>, of" +
        ` ${String(longestSender)} ASCII characters at most, in which encoded words hide no character`,
    correct: (value) => {
        const { name, address } = splitSender(value) ?? { name: "", address: asciiAddress(value) };
        return name === "" ? address : `${asciiName(name)} <${address}>`;
    },
    otherwise: { placeholder: "SENDER" },
};

/** The address in what stands in From. */
export function addressOf(from: string): string {
    return splitSender(from)?.address ?? from;
}

/**
 * The identities of Amazon SES that may send from an address: the address itself, its domain, and the
 * domains above that.
 */
export function identitiesFor(address: string): readonly [string, ...string[]] {
    const labels = domainOf(address).split(".");
    const domains = labels.slice(0, -1).map((_label, index) => labels.slice(index).join("."));
    return [address, ...domains];
}

/** The domain of an address. */
export function domainOf(address: string): string {
    return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

function isAddress(value: string): boolean {
    if (value.length > longestAddress) return false;
    const at = value.lastIndexOf("@");
    return local.test(value.slice(0, Math.max(at, 0))) && domain.test(value.slice(at + 1));
}

/** Whether it can stand in From, and mail programs show every character of it. */
function isName(written: string): boolean {
    if (!plainName.test(written) && !quotedName.test(written)) return false;
    const shown = fromEncodedWords(written);
    return shown !== undefined && !hasInvisible(shown);
}

function splitSender(value: string) {
    const parts = /^([^<>]*)<([^<>]*)>$/.exec(value);
    if (!parts) return undefined;
    const [, name = "", address = ""] = parts;
    return { name: name.trim(), address: asciiAddress(address) };
}

/** An address out of a link, with its domain as DNS has it. */
function asciiAddress(value: string): string {
    const address = value.trim().replace(/^mailto:/i, "");
    const at = address.lastIndexOf("@") + 1;
    return address.slice(0, at) + (domainToASCII(address.slice(at)) || address.slice(at));
}

function asciiName(written: string): string {
    if (plainName.test(written) || quotedName.test(written)) return written;
    const name = written.replace(/^"(.*)"$/, "$1").replaceAll('"', "'");
    return quotedName.test(`"${name}"`) ? `"${name}"` : toEncodedWords(name);
}
