import { laidOut } from "../commandLine/message";
import { isTaken, listenOnFreePair } from "./loopback";
import { type Options, UsageError } from "./options";
import { commandOf, otherOptions } from "./startCommand";

/** Explains why there is no try-out; an error of the program reads as from `pulumi up`. */
export async function explain(error: unknown, options?: Options): Promise<string> {
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
