// The process that runs a trigger. Plain JavaScript, so that it starts without a compiler.
"use strict";

const { createRequire } = require("node:module");
const { compileFunction } = require("node:vm");

/** Bytes of the longest response that Lambda allows. */
const longestResponse = 6 * 1024 * 1024;

// Lambda has no process.send, and the function must not reach this channel.
const send = process.send.bind(process);
delete process.send;

let load = () => undefined;
let handler;

process.on("message", async (message) => {
    if ("code" in message) {
        load = () => exportsOf(message.code)[message.handler];
        return;
    }
    try {
        handler ??= load();
        // Lambda returns null for undefined.
        const json = JSON.stringify(await handler(JSON.parse(message.event), {})) ?? "null";
        if (json.length > longestResponse)
            throw new Error("Response payload size exceeded maximum");
        send({ json });
    } catch (error) {
        send({ error: String(error?.message ?? error) });
    }
});

/** Runs the code as CommonJS in sloppy mode: Pulumi's serialised functions use `with`. */
function exportsOf(code) {
    const module = { exports: {} };
    const parameters = ["exports", "require", "module", "__filename", "__dirname"];
    const run = compileFunction(code, parameters, { filename: "__index.js" });
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
