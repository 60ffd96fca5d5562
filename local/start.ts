import { type Arguments, ArgumentError, help, readArguments } from "./arguments";
import { jsonReport, textReport } from "./report";
import type * as tryOut from "./tryOut";

/** Tries the program out until a signal ends it. */
async function start({ json, ...options }: Arguments): Promise<void> {
    let close = () => Promise.resolve();
    const end = () => {
        void close().finally(() => {
            exit(0);
        });
    };
    process.once("SIGINT", end).once("SIGTERM", end);

    // Loaded late, since help and bad arguments need nothing of it.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    const { startTryOut } = require("./tryOut") as typeof tryOut;
    const running = await startTryOut(options);
    close = running.close;
    console.log(json ? jsonReport(running) : textReport(running));
}

/** Says why there is no try-out; what the program says reads as from `pulumi up`. */
function complaint(error: unknown): string {
    const { message, code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
    if (error instanceof ArgumentError) return `${message}. Run: npm start -- --help`;
    if (code === "EADDRINUSE") {
        return `Port ${String(port)} is taken. Choose another, such as: npm start -- --port 8500`;
    }
    return message;
}

function fail(error: unknown): never {
    process.stderr.write(`error: ${complaint(error)}\n`);
    exit(1);
}

function exit(code: number): never {
    // Pulumi would complain of what a run cut short leaves behind, and exit with 1.
    process.removeAllListeners("exit");
    process.exit(code);
}

try {
    const options = readArguments(process.argv.slice(2));
    if (options.help) process.stdout.write(help);
    else start(options).catch(fail);
} catch (error) {
    fail(error);
}
