import { expect } from "chai";

import type { Outputs } from "../../../doctor/deployment";
import { examine, namesOf } from "./examination";
import type { Fault, Proxy } from "./proxy";

/** Something wrong with a deployment, and what doctor says about it. */
export interface FaultCase {
    readonly title: string;
    /** What is wrong with the responses. */
    readonly fault?: Fault;
    /** What is wrong with the outputs. */
    readonly outputs?: (outputs: Outputs) => Partial<Outputs>;
    /** Names of the checks that fail, and of no other. */
    readonly fails?: readonly string[];
    /** Names of the checks that warn, and of no other. */
    readonly warns?: readonly string[];
    /** What the first of them says. */
    readonly seen: RegExp;
    readonly advice: RegExp;
}

/** A response with a page. */
export function page(text: string, status = 200): Response {
    return new Response(text, { status, headers: { "content-type": "text/html" } });
}

/** A response that redirects. */
export function redirect(location: string): Response {
    return new Response(null, { status: 302, headers: { location } });
}

/** Responds at one path, given by its end, and leaves the others alone. */
export function at(
    path: string,
    respond: (url: URL, form: URLSearchParams) => Response | undefined,
): Fault {
    return (url, form) => (url.pathname.endsWith(path) ? respond(url, form) : undefined);
}

/** The callback of a request for a sign-in. */
export function redirectUriOf(url: URL): string {
    return url.searchParams.get("redirect_uri") ?? "";
}

/** Expects that the doctor finds a fault, and nothing else. */
export async function expectFault(
    proxy: Proxy,
    { fault, outputs, fails = [], warns = [], seen, advice }: FaultCase,
): Promise<void> {
    const { origin } = new URL(proxy.outputs.redirectUris[0] ?? "");
    proxy.fault = fault;
    const findings = await examine({ ...proxy.deployment, ...outputs?.(proxy.outputs) });
    const named = (name: string) => name.replace(origin, "PAGE");
    expect(namesOf(findings, "failed").map(named)).to.deep.equal(fails);
    expect(namesOf(findings, "warning").map(named)).to.deep.equal(warns);
    const problem = findings.find(({ outcome }) => /failed|warning/.test(outcome));
    expect(problem).to.have.property("seen").that.matches(seen);
    expect(problem).to.have.property("advice").that.matches(advice);
}
