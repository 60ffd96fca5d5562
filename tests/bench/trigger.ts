import vm from "node:vm";

import { readUserPool } from "../../local/program/registeredPool";
import { cognitoEvent } from "../support/preTokenGeneration";
import { evaluation } from "./evaluateOnce";
import { type Figure, ratio } from "./figure";

type Handler = (event: unknown) => Promise<unknown>;

/** The function in flexAI's manual: all roles to everybody. */
const manual = `exports.handler = async (event) => {
    const claims = {
        "https://flexai.de/roles": ["flexai-manager", "flexai-editor", "flexai-user"],
    };
    event.response = {
        claimsAndScopeOverrideDetails: {
            idTokenGeneration: { claimsToAddOrOverride: claims },
            accessTokenGeneration: { claimsToAddOrOverride: claims },
        },
    };
    return event;
};`;

const event = cognitoEvent(["flexai-editor"]);
const json = JSON.stringify(event);

/** Measures the uploaded code: its size, and the time of a call, from JSON to JSON. */
export async function trigger(): Promise<Figure[]> {
    const { trigger } = await readUserPool(await evaluation);
    if (!trigger) throw new Error("The pool has no trigger.");
    const { code } = trigger;
    const handlers = { ours: load(code), manual: load(manual) };
    const asLambdaCalls = (handler: Handler) => () =>
        perCall(async () => JSON.stringify(await handler(JSON.parse(json))));
    const bare = (handler: Handler) => () => perCall(() => handler(event));
    return [
        {
            name: "a call of the trigger, JSON to JSON, against the manual's own function",
            value: await ratio(30, asLambdaCalls(handlers.ours), asLambdaCalls(handlers.manual)),
            goal: { atMost: 1.5 },
        },
        {
            name: "the same without the JSON, where the manual's function computes nothing",
            value: await ratio(30, bare(handlers.ours), bare(handlers.manual)),
        },
        {
            name: "bytes of __index.js with the defaults",
            value: Buffer.byteLength(code),
            goal: { atMost: 1100 },
        },
    ];
}

function load(code: string): Handler {
    const exports: { handler?: Handler } = {};
    const run = vm.runInThisContext(`(function (exports) {${code}\n})`) as (into: object) => void;
    run(exports);
    if (!exports.handler) throw new Error("The code exports no handler.");
    return exports.handler;
}

async function perCall(call: () => unknown): Promise<number> {
    const calls = 5000;
    const start = process.hrtime.bigint();
    for (let made = 0; made < calls; made++) await call();
    return Number(process.hrtime.bigint() - start) / calls;
}
