import { isIPv6 } from "node:net";
import { domainToASCII, domainToUnicode } from "node:url";

import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const port = /^[1-9][0-9]{0,4}$/;

/** With the first name and three callbacks for each, well under the 100 that a client may have. */
const mostOtherNames = 24;

const form: Form = {
    accepts: (value) => isHost(value.toLowerCase()),
    expected:
        "a host name of flexAI such as flexai.example.com or flexai, with a port such as :8443" +
        " unless that is 443",
    correct: hostOf,
    otherwise: { placeholder: "YOUR_HOST_NAME" },
};

/** Checks the host name of flexAI, with or without a port, and returns it in lower case. */
export function checkHostname(setting: Setting): string {
    const [, address] = /^\[?([^\]]*)(?:\](?::\d+)?)?$/.exec(String(setting.value)) ?? [];
    if (isIPv6(address ?? "")) {
        setting.refuse("is an IPv6 address, and flexAI needs a name", form.otherwise);
        return "";
    }
    return checkForm(setting, form).toLowerCase();
}

/**
 * Checks the further host names of flexAI, and returns them in lower case.
 *
 * @param hostname - The first, empty if it is refused itself
 */
export function checkOtherHostnames(setting: Setting, hostname: string): string[] {
    const known = new Set([hostname]);
    const names = setting.entries(setting.asList(hostsIn)).map((entry) => {
        const name = checkHostname(entry);
        if (name !== "" && known.has(name)) {
            entry.refuse(
                name === hostname
                    ? "repeats 'hostname' (case is ignored)"
                    : "repeats an earlier name (case is ignored)",
                { edit: "Delete it from the list" },
            );
        }
        known.add(name);
        return name;
    });
    if (names.length > mostOtherNames) {
        setting.refuse(
            `contains ${String(names.length)} names, and flexAI may have ${String(mostOtherNames)} besides 'hostname'`,
            { edit: "Delete those that nobody uses" },
        );
    }
    return names;
}

function hostsIn(addresses: string): string[] {
    const words = addresses.split(/[\s,]+/).filter((word) => word !== "");
    return words.map(hostOf);
}

/** Whether it is a host name in lower case, with or without a port. */
export function isHost(host: string): boolean {
    const [name = "", ...ports] = host.split(":");
    return (
        name.length <= 253 &&
        name.split(".").every((part) => label.test(part) && !isBadPunycode(part)) &&
        (ports.length === 0 || (ports.length === 1 && port.test(ports[0] ?? ""))) &&
        // Reject what a browser would rewrite, such as 10.1 or flexai:443.
        URL.canParse(`https://${host}`) &&
        new URL(`https://${host}`).host === host
    );
}

/** Whether a label claims to be Punycode and is not, which URL does not see in Node.js 24. */
function isBadPunycode(part: string): boolean {
    return part.startsWith("xn--") && ["", part].includes(domainToUnicode(part));
}

/** Reads the host and port out of an address, as far as they are there. */
export function hostOf(address: string): string {
    const [, scheme = "", rest = ""] =
        /^["'<(]*(?:([a-z][a-z0-9+.-]*?):?\/\/+)?([^/?#\\>)"',;]*)/i.exec(address) ?? [];
    const [name = "", ...ports] = rest.slice(rest.lastIndexOf("@") + 1).split(":");
    const number = ports.join(":").replace(/^0+(?=.)/, "");
    const usual = scheme.toLowerCase() === "http" ? ["", "443", "80"] : ["", "443"];
    const plain = name.trim().toLowerCase().replace(/\.+$/, "");
    // ASCII is unchanged: what 10.1, for example, was meant to be is not known.
    const ascii = /^[ -~]*$/.test(plain) ? plain : domainToASCII(plain);
    return usual.includes(number) ? ascii : `${ascii}:${number}`;
}
