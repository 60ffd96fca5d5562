import type { Setting } from "./setting";

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const port = /^[1-9][0-9]{0,4}$/;

/** Checks the host name of flexAI, with or without a port, and gives it in lower case. */
export function checkHostname(setting: Setting): string {
    const hostname = typeof setting.value === "string" ? setting.value.toLowerCase() : "";
    const example = "flexai.example.com";
    if (hostname === "") {
        setting.refuse(`is missing: the host name of flexAI, such as ${example}`, example);
    } else if (hostname.endsWith(":443") && isHost(hostname.slice(0, -4))) {
        setting.refuse("has the port of https, which is left off", hostname.slice(0, -4));
    } else if (!isHost(hostname)) {
        setting.refuse(
            `is not a host name such as ${example} or flexai, with a port such as :8443 or without`,
            example,
        );
    }
    return hostname;
}

function isHost(host: string): boolean {
    const [name = "", ...ports] = host.split(":");
    return (
        name.length <= 253 &&
        name.split(".").every((part) => label.test(part)) &&
        (ports.length === 0 || (ports.length === 1 && port.test(ports[0] ?? ""))) &&
        // What a browser would read differently, such as 10.1 or xn--0, is no host name either.
        URL.canParse(`https://${host}`) &&
        new URL(`https://${host}`).host === host
    );
}
