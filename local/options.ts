import { parseOptions } from "../commandLine/parseOptions";
import { stackExists } from "./program/stackFile";
import { readYaml } from "./program/yaml";

/** The options of `npm start`. */
export interface Options {
    readonly help: boolean;
    /** Whether to print one line of JSON and nothing else. */
    readonly json: boolean;
    /** Whether to print the stack's outputs too. */
    readonly outputs: boolean;
    /** Name of the stack, without its organization and project. */
    readonly stack: string;
    /** `undefined` for the default, or the next that is free. */
    readonly port: number | undefined;
    /** Issuer of the provider in the company's place, `undefined` for one with made-up people. */
    readonly company: string | undefined;
    /** Settings by their full names, or without the project's. */
    readonly config: Readonly<Record<string, string>>;
}

/** What `npm start -- --help` prints. */
export const help = `Usage: npm start -- [options]

Signs in to a flexAI on this machine, with this program and without AWS: a page
stands in for flexAI, and a provider on loopback for Amazon Cognito. A try-out,
not for production.

  --config KEY=VALUE  A setting in place of the stack's, repeatable; lists and
                      objects in YAML or JSON. KEY is a short name such as
                      roles, or a full one such as aws:region. Without a
                      hostname, the page's own stands there; with one, the
                      outputs are for that host, and the page works as well
  --stack NAME        Stack whose settings to use, dev (default) or prod
  --port N            Port of the provider, from 1024 to 65534; the page has the
                      next one. Default: 8400, or the next two that are free;
                      0: any two that are free
  --company ISSUER    A provider of your own, such as Keycloak, in place of the
                      made-up company; companyLogin has its clientId, and
                      companyLoginSecret its secret
  --outputs           Print the stack's outputs too, without secrets
  --json              Print one line of JSON: the stack's outputs, page, and
                      users with username, password, name and roles. Use
                      npm -s start, or npm prints lines of its own
  --help              Print this

Ctrl-C ends it.

  npm start -- --config 'companyLogin={ name: Contoso }'
  npm start -- --config 'users=[{ username: anna, email: anna@example.com }]'
  npm -s start -- --json > outputs.json
`;

const types = {
    help: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    outputs: { type: "boolean", default: false },
    stack: { type: "string", default: "dev" },
    port: { type: "string" },
    company: { type: "string" },
    config: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** An option that is refused. */
export class UsageError extends Error {}

/**
 * Reads the options of `npm start`.
 *
 * @throws {UsageError} Naming the first that is refused
 */
export function readOptions(args: readonly string[], env = process.env): Options {
    const script = { command: "npm start", options: types, error: UsageError };
    const { stack, port, company, config, ...options } = parseOptions(script, args, env);
    return {
        ...options,
        stack: options.help ? stack : readStack(stack),
        port: port === undefined ? undefined : readPort(port),
        company: company === undefined ? undefined : readCompany(company),
        config: Object.fromEntries(config.map(readSetting)),
    };
}

/** Reads a stack's name in any of Pulumi's forms: `dev`, `organization/dev`, `organization/project/dev`. */
function readStack(given: string): string {
    const [, stack] = /^(?:\w[\w.-]*\/){0,2}([\w.-]+)$/.exec(given) ?? [];
    if (stack === undefined) {
        throw new UsageError(`--stack '${given}' is not the name of a stack`);
    }
    if (stackExists(stack)) return stack;
    throw new UsageError(`There is no stack '${stack}': no file Pulumi.${stack}.yaml`);
}

function readPort(port: string): number {
    const number = Number(port);
    const allowed = number === 0 || (number >= 1024 && number <= 65534);
    if (/^\d{1,5}$/.test(port) && allowed) return number;
    throw new UsageError(`--port '${port}' is neither 0 nor a number from 1024 to 65534`);
}

function readCompany(issuer: string): string {
    if (URL.canParse(issuer) && /^https?:/.test(issuer)) return issuer;
    throw new UsageError(
        `--company '${issuer}' is not an issuer such as https://login.example.com`,
    );
}

function readSetting(given: string): [string, string] {
    const at = given.indexOf("=");
    if (at < 1) throw new UsageError(`--config '${given}' is not KEY=VALUE`);
    const [key, value] = [given.slice(0, at), given.slice(at + 1)];
    return [key, collectionAsJson(key, value)];
}

/** Writes a list or an object as JSON, as Pulumi's configuration has it; any other value stays as it is. */
function collectionAsJson(key: string, value: string): string {
    // An IPv6 address is not a list, although YAML would read one.
    if (/^\[[\da-f:.]*:[\da-f:.]*\](?::\d+)?$/i.test(value)) return value;
    try {
        const read = readYaml(value);
        return typeof read === "object" && read !== null ? JSON.stringify(read) : value;
    } catch (error) {
        if (!/^\s*[[{]|\n/.test(value)) return value;
        const [reason = ""] = (error as Error).message.split("\n");
        throw new UsageError(`--config ${key} is neither YAML nor JSON: ${reason}`);
    }
}
