import { type Check, failed, passed, type Problem, type Result, skipped, warned } from "../check";
import type { Deployment } from "../deployment";
import { described, type HttpResponse, requestWithinOrigin } from "../http";
import { NoResponse } from "../noResponse";
import type { Company } from "./companyMetadata";

/** What a provider writes if it does not know a client, with the codes of Entra ID and of AD FS. */
const unknownClient =
    /AADSTS700016|MSIS9223|invalid[ _]client|unknown client|client (?:not found|disabled)|client (?:is|was) (?:invalid|unknown|disabled)|unauthorized_client|client_id(?:'|&#39;) parameter/i;
/** What it writes if the address to come back to is not registered, or with another spelling. */
const unknownAddress =
    /AADSTS50011\d?|MSIS9224|redirect[ _-]?ur[il]|callback url mismatch|redirection uri/i;
/** Codes that these two show on a page with status 200. */
const codes = /\b(?:AADSTS(?:50011\d?|700016)|MSIS922[34])\b/;
/** Bounded, because anybody may have made the page. */
const form = /<form\b[^<>]{1,500}\bmethod=["']?post\b|<input\b[^<>]{1,500}\btype=["']?password\b/i;
/** Hosts of Entra ID, which compares the address after the sign-in only. Source: Microsoft's AADSTS50011. */
const comparesLater = /(?:^|\.)(?:microsoftonline\.(?:com|us)|chinacloudapi\.cn)$/;

/**
 * Checks that a company's provider accepts what Cognito sends people there with.
 *
 * @param redirect - Finds where that is
 */
export function companyPageCheck(
    company: Company,
    deployment: Deployment,
    redirect: Check<URL>,
): Check {
    return {
        name: `${company.name} accepts flexAI's client and the address to come back to`,
        needs: [redirect],
        run: (found) => shown(found(redirect), company, deployment),
    };
}

const expected = "a page to sign in";

async function shown(sent: URL, company: Company, deployment: Deployment): Promise<Result> {
    try {
        // Without cookies, so that nothing but Cognito's request gets there.
        const response = await requestWithinOrigin(sent);
        return isRefusal(response, sent)
            ? refused(response, company, deployment)
            : pageOf(response, company);
    } catch (error) {
        if (!(error instanceof NoResponse)) throw error;
        return warned(
            expected,
            error.message,
            `People's browsers must reach ${sent.host}, and this machine does not. If that is as ` +
                "intended, run the doctor in the company's network.",
        );
    }
}

/** Whether a provider refused a request. RFC 6749, section 4.1.2.1. */
function isRefusal(response: HttpResponse, sent: URL): boolean {
    const { address, status, location, body } = response;
    const paths = [address, location?.pathname ?? ""];
    return (
        // A page further on may miss the cookies of the first.
        ([400, 401, 404].includes(status) && address === sent.origin + sent.pathname) ||
        paths.some((path) => /\/error\b/i.test(path)) ||
        (location?.searchParams.has("error") ?? false) ||
        codes.test(body)
    );
}

function refused(response: HttpResponse, { name }: Company, { commands }: Deployment): Problem {
    const { onStack } = commands;
    const seen = described(response);
    const words = `${seen} ${response.body}`;
    const said = (pattern: RegExp) => pattern.exec(words)?.[0];
    const fail = (mark: string | undefined, advice: string, fix: readonly string[] = []) =>
        failed(expected, mark === undefined ? seen : `${seen}: ${mark}`, advice, fix);
    const client = said(unknownClient);
    if (client !== undefined) {
        return fail(
            client,
            `${name} does not know flexAI's client, or has disabled it. Compare its id with the one ` +
                "that the company's administrator sent, and set it. See " +
                "docs/company-login.md#client-not-found-or-aadsts700016",
            [
                ...onStack("config set", "--path", "companyLogin.clientId", "YOUR CLIENT ID"),
                ...onStack("up"),
            ],
        );
    }
    const address = said(unknownAddress);
    if (address !== undefined) {
        return fail(
            address,
            "The address is not registered for flexAI's client, or with another spelling. Ask the " +
                "company's administrator to register it as it stands in oidcRedirectUri. See " +
                "docs/company-login.md#invalid-parameter-redirect_uri-or-aadsts50011",
            onStack("stack output companyLoginSetup"),
        );
    }
    return fail(
        undefined,
        "Open flexAI in a private window, sign in there, and send what the page says to the " +
            "company's administrator. Most often the client or the address is not registered.",
        onStack("stack output companyLoginSetup"),
    );
}

/** Concludes from a page that is not known as a refusal. */
function pageOf(response: HttpResponse, { name }: Company): Result {
    const { address, status, location, body } = response;
    const { hostname } = new URL(address);
    const look = "open flexAI in a private window and sign in";
    if (location) return skipped(`${name} sends people on to ${location.host}: ${look}`);
    if (status !== 200) {
        return warned(
            expected,
            described(response),
            `This does not show what ${name} accepts: try again in a minute, or ${look}.`,
        );
    }
    if (comparesLater.test(hostname)) {
        return skipped(`Entra ID compares the address after a sign-in only: ${look}`);
    }
    if (form.test(body)) return passed(`a page with a form at ${address}`);
    return skipped(`a script draws the page: ${look}`);
}
