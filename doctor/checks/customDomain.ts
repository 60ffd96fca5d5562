import { userPoolEndpoints } from "../../components/endpoints";
import type { Check } from "../check";
import type { Deployment } from "../deployment";
import { callbackCheck } from "./authorization";
import { signInPageCheck } from "./signInPage";

/** What to do while a custom domain cannot be reached; `undefined` for other hosts. */
export function customDomainAdvice(deployment: Deployment, hostname: string): string | undefined {
    const { prefixOrigin, domainTarget, authorizationEndpoint } = deployment;
    const isCustom = hostname === new URL(authorizationEndpoint).hostname;
    if (prefixOrigin === undefined || !isCustom) return undefined;
    const record =
        domainTarget === undefined
            ? "The stack's records in DNS lead to it."
            : `Your DNS must have this record: ${hostname} CNAME ${domainTarget}`;
    return (
        `${record} A new custom domain needs up to an hour, and DNS some minutes more. Until then` +
        ` ${prefixOrigin} still works for a flexAI that is configured with it. If the domain is not` +
        " new, see docs/broken.md#the-browser-does-not-find-the-domain-of-your-own"
    );
}

/** Checks that people can sign in at the prefix domain too, beside a custom one. */
export function prefixDomainChecks(
    deployment: Deployment,
    hostOf: (address: string) => Check,
): Check[] {
    const { prefixOrigin, redirectUris } = deployment;
    const [redirectUri] = redirectUris;
    if (prefixOrigin === undefined || redirectUri === undefined) return [];
    const { host } = new URL(prefixOrigin);
    const atPrefix = { ...deployment, ...userPoolEndpoints(deployment.issuer, prefixOrigin) };
    const callback = {
        ...callbackCheck(atPrefix, redirectUri, hostOf(prefixOrigin)),
        name: `flexAI's callback is accepted at the prefix domain ${host} too`,
    };
    const page = {
        ...signInPageCheck(atPrefix, callback),
        name: `the sign-in page of the prefix domain ${host} shows a form too`,
    };
    return [callback, page];
}
