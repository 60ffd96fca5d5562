// The process that a trigger runs in. Plain JavaScript, so that it starts without a compiler.
"use strict";

const { createRequire } = require("node:module");
const { compileFunction } = require("node:vm");

/** Bytes that Lambda lets a function answer. */
const longestAnswer = 6 * 1024 * 1024;

// Lambda's functions have no such thing, and what they would send by it is no answer of theirs.
const send = process.send.bind(process);
delete process.send;

let load = () => undefined;
let handler;

process.on("message", async (message) => {
    if ("text" in message) {
        load = () => exported(message.text)[message.handler];
        return;
    }
    const { call, event } = message;
    try {
        handler ??= load();
        // A function without an answer answers null.
        const json = JSON.stringify(await handler(JSON.parse(event), {})) ?? "null";
        if (json.length > longestAnswer) throw new Error("Response payload size exceeded maximum");
        send({ call, json });
    } catch (error) {
        send({ call, error: String(error?.message ?? error) });
    }
});

/** Runs the text as CommonJS and not strictly: Pulumi's serialised functions use `with`. */
function exported(text) {
    const module = { exports: {} };
    const parameters = ["exports", "require", "module", "__filename", "__dirname"];
    const run = compileFunction(text, parameters, { filename: "__index.js" });
    run.call(
        module.exports,
        module.exports,
        createRequire(`${process.cwd()}/`),
        module,
        "__index.js",
        ".",
    );
    return module.exports;
}
