import { fields, isObject, type JsonObject } from "../commandLine/json";
import { isRegionalArn } from "../components/arn";
import type { CompanyLoginSetup } from "../components/companyLogin";
import { type SignInLanguage, signInRequestInFile } from "../components/signInLanguage";
import type { StackOutputs } from "../components/stackOutputs";
import { CannotRun } from "./check";
import { type Commands, commandsFor, type Source } from "./commands";
import { isLoopback } from "./http";

const kinds = {
    issuer: "url",
    discoveryUrl: "url",
    jwksUri: "url",
    authorizationEndpoint: "url",
    tokenEndpoint: "url",
    userinfoEndpoint: "url",
    endSessionEndpoint: "url",
    signOutUrl: "url",
    redirectUris: "urls",
    rolesClaim: "string",
    clientId: "string",
    clientSecret: "string",
    userPoolId: "string",
} as const satisfies Partial<Record<keyof StackOutputs, Kind>>;

/** Outputs that a stack has only with a certain setting. */
const optionalKinds = {
    emailIdentityArn: "arn",
    alarmTopicArn: "arn",
    prefixOrigin: "url",
    domainTarget: "string",
    companyLoginSetup: "setup",
} as const satisfies Partial<Record<keyof StackOutputs, Kind>>;

/** What is read of the output `companyLoginSetup`, whose issuer comes last and may be absent. */
const setupKinds = [
    ["name", "string"],
    ["oidcRedirectUri", "url"],
    ["issuer", "url"],
] as const satisfies readonly (readonly [keyof CompanyLoginSetup, Kind])[];

type Kind = "url" | "urls" | "string" | "arn" | "setup";

/** The stack's outputs that are checked. */
export interface Outputs extends Pick<
    StackOutputs,
    keyof typeof kinds | keyof typeof optionalKinds
> {
    /** Language in flexAI's configuration file, if that file is among the outputs and has one. */
    readonly language?: SignInLanguage;
    /** The company's login that is the only way in, and as such in flexAI's configuration file. */
    readonly identityProvider?: string;
}

/** The deployment that is checked. */
export interface Deployment extends Outputs {
    /** Commands for it, with its names in them. */
    readonly commands: Commands;
}

/** The deployment with these outputs. */
export function deploymentOf(outputs: Outputs, source: Source): Deployment {
    return { ...outputs, commands: commandsFor(outputs, source) };
}

/** Characters of an output; AWS's limit for a callback is 1,024. */
const longestOutput = 4096;

/**
 * Reads the outputs of `pulumi stack output --json --show-secrets` or of `npm start -- --json`.
 *
 * @param source - Where they came from, for people
 * @throws {CannotRun} When they are not JSON, or something is missing or malformed
 */
export function readOutputs(json: string, source: string, stack?: string): Outputs {
    const howToRead =
        "Read them with: pulumi stack output --json --show-secrets --stack " +
        `${stack ?? "YOUR_STACK"} | npm run doctor -- --outputs -`;
    const values = parsed(json);
    if (!values) {
        // The parser's own message quotes the string, which contains secrets.
        throw new CannotRun(`${source}: this is not JSON.\n${howToRead}`);
    }
    if (Object.keys(values).length === 0) {
        throw new CannotRun(
            `${source}: there are no outputs, as before the first deployment. Deploy with: ` +
                `pulumi up --stack ${stack ?? "YOUR_STACK"}`,
        );
    }
    const present = Object.entries(optionalKinds).filter(([name]) => values[name] !== undefined);
    const read = [...Object.entries(kinds), ...present];
    const problems = problemsOf(values, read).map((problem) => `  - ${problem}`);
    if (problems.length > 0) {
        throw new CannotRun(
            [`${source}: these are not the outputs of this program:`, ...problems, howToRead].join(
                "\n",
            ),
        );
    }
    const outputs = read.map(([name]) => [name, values[name]]);
    return {
        ...(Object.fromEntries(outputs) as Outputs),
        ...signInRequestInFile(String(values.flexaiConfig)),
    };
}

function parsed(json: string): JsonObject | undefined {
    try {
        // npm prints lines of its own before those of npm start -- --json.
        const value: unknown = JSON.parse(json.slice(Math.max(json.indexOf("{"), 0)));
        return isObject(value) ? value : { value };
    } catch {
        return undefined;
    }
}

function problemsOf(values: JsonObject, kinds: readonly (readonly [string, Kind])[]): string[] {
    return kinds.flatMap(([name, kind]) =>
        problemOf(values[name], kind).map((problem) => `${name} ${problem}`),
    );
}

function problemOf(value: unknown, kind: Kind): string[] {
    if (value === undefined) return ["is missing"];
    if (value === "[secret]") return ["is masked: --show-secrets is missing"];
    if (kind === "urls") {
        if (!Array.isArray(value) || value.length === 0) return ["is not a list of addresses"];
        if (value.length > 100) return ["is a list of more than 100 addresses"];
        return value.flatMap((item) => problemOf(item, "url")).slice(0, 1);
    }
    if (kind === "setup") {
        const setup = fields(value);
        const expected = setupKinds.slice(0, setup.issuer === undefined ? -1 : undefined);
        return problemsOf(setup, expected).map((problem) => `is not complete: ${problem}`);
    }
    if (typeof value !== "string" || value === "") return ["is not a string, or is empty"];
    if (value.length > longestOutput) return [`has more than ${String(longestOutput)} characters`];
    if (kind === "arn") return isRegionalArn(value) ? [] : ["is not an ARN of AWS"];
    return kind === "url" ? problemOfUrl(value) : [];
}

function problemOfUrl(value: string): string[] {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url));
    if (!url || !safe) {
        return ["is not an address that begins with https://, or http:// on loopback"];
    }
    if (url.username || url.password) return ["contains a user name or a password"];
    return [];
}
