import { laidOut } from "../commandLine/message";
import { reachLoopback } from "../commandLine/proxy";

import { isTaken, listenOnFreePair } from "./loopback";
import { help, type Options, readOptions, UsageError } from "./options";
import { jsonReport, textReport } from "./report";
import { commandOf, otherOptions } from "./startCommand";
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
    if (!options.json) console.log("Starting flexAI's OpenID Provider on this machine ...");

    // Loading takes seconds, so the line above comes first.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    const { startTryOut } = require("./tryOut") as typeof tryOut;
    const running = await startTryOut(options);
    close = running.close;
    console.log(options.json ? jsonReport(running) : textReport(running, options));
}

/** Explains why there is no try-out; an error of the program reads as from `pulumi up`. */
async function explain(error: unknown, options?: Options): Promise<string> {
    if (error instanceof UsageError) {
        const { message } = error;
        if (message.includes("Run: ")) return message;
        return `${message.replace(/(?<![.?])$/, ".")} Run: npm start -- --help`;
    }
    if (options?.port === undefined || !isTaken(error)) return (error as Error).message;
    const { port } = error;
    const [free, next] = await listenOnFreePair(options.port);
    await Promise.all([free.close(), next.close()]);
    const role = port === options.port ? "" : ", which the page needs: the one after --port";
    const command = commandOf({ ...options, port: free.port });
    const run = ["Run", ...otherOptions(options.config)].join(", with ");
    return laidOut([`Port ${String(port)} is taken${role}. ${run}:`, command]);
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
