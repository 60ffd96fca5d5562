import { reachLoopback } from "../commandLine/proxy";

import { explain } from "./explain";
import { help, type Options, readOptions } from "./options";
import { jsonReport, textReport } from "./report";
import type * as tryOut from "./tryOut";

/** Runs the try-out until a signal ends it. */
async function start(options: Options): Promise<void> {
    let close = () => Promise.resolve();
    const end = () => {
        void close().finally(() => {
            exit(0);
        });
    };
    process.once("SIGINT", end).once("SIGTERM", end);

    // Loading takes seconds, which --help and a wrong option need not wait for.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    const { startTryOut } = require("./tryOut") as typeof tryOut;
    const running = await startTryOut(options);
    close = running.close;
    console.log(options.json ? jsonReport(running) : textReport(running, options));
}

async function fail(error: unknown, options?: Options): Promise<never> {
    process.stderr.write(`error: ${await explain(error, options)}\n`);
    exit(1);
}

function exit(code: number): never {
    // Pulumi's listener would report the promises of an interrupted run, and exit with 1.
    process.removeAllListeners("exit");
    process.exit(code);
}

reachLoopback();
try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) process.stdout.write(help);
    else start(options).catch((error: unknown) => fail(error, options));
} catch (error) {
    void fail(error);
}
