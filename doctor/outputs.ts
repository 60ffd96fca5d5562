import type { StackOutputs } from "../components/stackOutputs";
import { CannotRun } from "./cannotRun";

/** The stack's outputs that are checked. */
export type Outputs = Omit<StackOutputs, "userPoolId" | "consoleUrl" | "flexaiConfig">;

const kinds: Readonly<Record<keyof Outputs, "url" | "urls" | "text">> = {
    issuer: "url",
    discoveryUrl: "url",
    jwksUri: "url",
    authorizationEndpoint: "url",
    tokenEndpoint: "url",
    userinfoEndpoint: "url",
    endSessionEndpoint: "url",
    signOutUrl: "url",
    redirectUris: "urls",
    rolesClaim: "text",
    clientId: "text",
    clientSecret: "text",
};

/** Where outputs come from, for whoever has none that can be taken. */
export const howToTake = "Take them with: pulumi stack output --json --show-secrets --stack NAME";

/**
 * Reads the outputs of `pulumi stack output --json --show-secrets` or of `npm start -- --json`.
 *
 * @throws {CannotRun} When they are not JSON, are none, or lack something
 */
export function readOutputs(text: string, source: string): Outputs {
    const value = parsed(text, source);
    if (JSON.stringify(value) === "{}") {
        throw new CannotRun(
            `${source}: there are no outputs, as before the first deployment. Deploy with: pulumi up`,
        );
    }
    const given = outputsIn(value);
    const problems = Object.entries(kinds).flatMap(([name, kind]) =>
        problem(given[name], kind).map((words) => `  - ${name} ${words}`),
    );
    if (problems.length > 0) {
        throw new CannotRun(
            [`${source}: these are not the outputs of this program:`, ...problems, howToTake].join(
                "\n",
            ),
        );
    }
    return given as unknown as Outputs;
}

function parsed(text: string, source: string): unknown {
    try {
        // npm writes lines of its own before what npm start -- --json prints.
        return JSON.parse(text.slice(Math.max(text.indexOf("{"), 0)));
    } catch {
        // The parser's own message quotes the text, which holds secrets.
        throw new CannotRun(`${source}: this is not JSON.\n${howToTake}`);
    }
}

function outputsIn(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === "object" ? { ...value } : {};
}

function problem(value: unknown, kind: "url" | "urls" | "text"): string[] {
    if (value === undefined) return ["is missing"];
    if (value === "[secret]") return ["is masked: --show-secrets is missing"];
    if (kind === "urls") {
        const good = Array.isArray(value) && value.length > 0 && value.every(isUrl);
        return good ? [] : ["is no list of addresses"];
    }
    if (typeof value !== "string" || value === "") return ["is no text"];
    if (kind === "text" || isUrl(value)) return [];
    return ["is no address that begins with https://, or http:// on loopback"];
}

function isUrl(value: unknown): boolean {
    if (typeof value !== "string" || !URL.canParse(value)) return false;
    const url = new URL(value);
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}

/** Tells whether an address is on this machine. */
function isLoopback({ hostname }: URL): boolean {
    return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
