import { lookup } from "node:dns/promises";
import { isIP } from "node:net";

import { type Proxy, proxyFor } from "../../commandLine/proxy";
import { type Check, failed, passed } from "../check";
import type { Deployment } from "../deployment";
import { codeOf, inTime, reason } from "../noResponse";
import { certificateCheck, connectionCheck } from "./hostConnection";
import { customDomainAdvice } from "./customDomain";

/** Checks of the provider's hosts. */
export interface HostChecks {
    readonly all: readonly Check[];
    /** Returns the last check of the host in an address, which every request to it needs. */
    readonly of: (address: string) => Check;
}

/** Checks each host of the provider, from its name to its certificate, or the proxy before it. */
export function hostChecks(deployment: Deployment, proxyOf = proxyFor): HostChecks {
    const { issuer, discoveryUrl, jwksUri } = deployment;
    const { authorizationEndpoint, tokenEndpoint, signOutUrl, prefixOrigin } = deployment;
    const all: Check[] = [];
    const names = new Map<string, Check>();
    const last = new Map<string, Check>();
    const hostOf = (address: string) => {
        const check = last.get(new URL(address).origin);
        if (!check) throw new Error("This host is not checked.");
        return check;
    };
    for (const address of [
        issuer,
        discoveryUrl,
        jwksUri,
        authorizationEndpoint,
        tokenEndpoint,
        signOutUrl,
        ...(prefixOrigin === undefined ? [] : [prefixOrigin]),
    ]) {
        const url = new URL(address);
        const { hostname, origin, protocol } = url;
        if (last.has(origin)) continue;
        const proxy = proxyOf(hostname);
        if (proxy?.isUsed) {
            const check = throughProxyCheck(url, proxy);
            all.push(check);
            last.set(origin, check);
            continue;
        }
        const advice = proxy ? proxyAdvice(proxy) : customDomainAdvice(deployment, hostname);
        let name = names.get(hostname);
        if (!name && isIP(hostname.replace(/^\[|\]$/g, "")) === 0) {
            // Without the name of AWS's own service, that of a domain shows nothing.
            name = nameCheck(hostname, [...names.values()].slice(0, 1), deployment, advice);
            names.set(hostname, name);
            all.push(name);
        }
        const connection = connectionCheck(url, name ? [name] : [], advice);
        const checks = [connection];
        if (protocol === "https:") checks.push(certificateCheck(url, [connection], advice));
        all.push(...checks);
        last.set(origin, checks.at(-1) ?? connection);
    }
    return { all, of: hostOf };
}

/** Stands for the look-up of the name, the connection and the certificate, which are the proxy's. */
function throughProxyCheck({ host }: URL, { url, variable }: Proxy): Check {
    const run = () => passed(`${url} (${variable}), which no check can look behind`);
    return { name: `${host} is asked through the proxy`, needs: [], run };
}

function proxyAdvice({ url, variable }: Proxy): string {
    return (
        `This environment names a proxy, ${url} (${variable}), and this run does not ask it. Node.js ` +
        "24, and 22 from 22.21 on, asks it with this environment variable: NODE_USE_ENV_PROXY=1. " +
        "Otherwise run the doctor where no proxy is needed. See docs/recovery.md#behind-a-companys-proxy"
    );
}

function nameCheck(
    hostname: string,
    needs: readonly Check[],
    deployment: Deployment,
    advice: string | undefined,
): Check {
    return {
        name: `the name ${hostname} is known`,
        needs,
        run: async () => {
            try {
                const { address } = await inTime(lookup(hostname));
                return passed(address);
            } catch (error) {
                const isService = hostname === new URL(deployment.issuer).hostname;
                return failed(
                    "an address in DNS",
                    reason(codeOf(error)),
                    advice ??
                        (isService
                            ? "This machine has no network or no DNS, or AWS has no such region."
                            : "A new domain of Cognito needs some minutes to be known everywhere. If " +
                              "it is not new, the stack's domain was deleted: restore it. See " +
                              "docs/broken.md#the-browser-does-not-find-the-address"),
                    isService ? [] : deployment.commands.restore,
                );
            }
        },
    };
}
