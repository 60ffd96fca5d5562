import { parseArgs } from "node:util";

import { stackExists } from "./program/projectConfig";

/** What `npm start` was asked for. */
export interface Arguments {
    readonly help: boolean;
    /** Whether to print one line of JSON instead of a text. */
    readonly json: boolean;
    readonly stack: string;
    readonly port: number;
    /** Settings by their full names, or without the project's. */
    readonly config: Readonly<Record<string, string>>;
}

/** What `npm start -- --help` prints. */
export const help = `Usage: npm start -- [options]

Signs in to a flexAI on this machine, with this program and without AWS: a page stands in for
flexAI, and a provider on loopback for Amazon Cognito. A try-out, not for production.

  --stack NAME        Stack whose settings to take, dev (default) or prod
  --config KEY=VALUE  A setting in place of the stack's, repeatable; JSON for lists and objects.
                      KEY is a short name such as roles, or a full one such as aws:region.
                      hostname is the page's unless given
  --port N            Port of the provider, 8400 by default; the page has the next one.
                      0 takes any two that are free
  --json              Print one line of JSON: the stack's outputs, page, and users with username,
                      password and roles
  --help              Print this

Ctrl-C ends it.

  npm start -- --config 'users=[{"username":"anna","email":"anna@example.com"}]'
`;

/** An argument that cannot be taken. */
export class ArgumentError extends Error {}

/**
 * Reads the arguments of `npm start`.
 *
 * @throws {ArgumentError} Naming the first that cannot be taken
 */
export function readArguments(args: readonly string[]): Arguments {
    const { help, json, stack, port, config } = parsed(args);
    if (help) return { help, json, stack, port: 0, config: {} };
    if (!/^[\w-]+$/.test(stack))
        throw new ArgumentError(`--stack '${stack}' is no name of a stack`);
    if (!stackExists(stack)) {
        throw new ArgumentError(`There is no stack '${stack}': no file Pulumi.${stack}.yaml`);
    }
    if (
        !/^(0|\d{4,5})$/.test(port) ||
        (port !== "0" && Number(port) < 1024) ||
        Number(port) > 65534
    ) {
        throw new ArgumentError(`--port '${port}' is neither 0 nor a number from 1024 to 65534`);
    }
    return {
        help,
        json,
        stack,
        port: Number(port),
        config: Object.fromEntries(config.map(setting)),
    };
}

function parsed(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            options: {
                help: { type: "boolean", default: false },
                json: { type: "boolean", default: false },
                stack: { type: "string", default: "dev" },
                port: { type: "string", default: "8400" },
                config: { type: "string", multiple: true, default: [] },
            },
        }).values;
    } catch (error) {
        throw new ArgumentError(error instanceof Error ? error.message : String(error));
    }
}

function setting(text: string): [string, string] {
    const at = text.indexOf("=");
    if (at < 1) throw new ArgumentError(`--config '${text}' is not KEY=VALUE`);
    return [text.slice(0, at), text.slice(at + 1)];
}
