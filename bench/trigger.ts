import vm from "node:vm";

import type * as pulumi from "@pulumi/pulumi";

import { evaluation } from "./evaluateOnce";
import { type Figure, ratio } from "./figure";

type Handler = (event: unknown) => Promise<unknown>;

/** What the manual has people paste: all roles to everybody. */
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

const event = JSON.stringify({
    version: "2",
    triggerSource: "TokenGeneration_HostedAuth",
    region: "eu-central-1",
    userPoolId: "eu-central-1_Abc123XyZ",
    userName: "anna",
    callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: "client" },
    request: {
        userAttributes: {
            sub: "00000000-0000-4000-8000-000000000000",
            email: "anna@example.com",
            email_verified: "true",
            preferred_username: "anna",
            "cognito:user_status": "CONFIRMED",
        },
        groupConfiguration: {
            groupsToOverride: ["flexai-editor"],
            iamRolesToOverride: [],
            preferredRole: null,
        },
        scopes: ["openid", "email", "profile"],
    },
    response: { claimsAndScopeOverrideDetails: null },
});

const parsed: unknown = JSON.parse(event);

/** Measures the uploaded text: its size, and what a call of it takes, event to answer as JSON. */
export async function trigger(): Promise<Figure[]> {
    const text = await uploadedText();
    const handlers = { ours: load(text), manual: load(manual) };
    const asLambdaCalls = (handler: Handler) => () =>
        perCall(async () => JSON.stringify(await handler(JSON.parse(event))));
    const bare = (handler: Handler) => () => perCall(() => handler(parsed));
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
            value: Buffer.byteLength(text),
            goal: { atMost: 1000 },
        },
    ];
}

async function uploadedText(): Promise<string> {
    const { resources } = await evaluation;
    const lambda = resources.find(({ type }) => type === "aws:lambda/function:Function");
    const archive = lambda?.inputs.code as pulumi.asset.AssetArchive;
    const assets = (await archive.assets) as Record<string, pulumi.asset.StringAsset>;
    return (await assets["__index.js"]?.text) ?? "";
}

function load(text: string): Handler {
    const exports: { handler?: Handler } = {};
    const run = vm.runInThisContext(`(function (exports) {${text}\n})`) as (into: object) => void;
    run(exports);
    if (!exports.handler) throw new Error("The text exports no handler.");
    return exports.handler;
}

async function perCall(call: () => unknown): Promise<number> {
    const calls = 5000;
    const start = process.hrtime.bigint();
    for (let made = 0; made < calls; made++) await call();
    return Number(process.hrtime.bigint() - start) / calls;
}
