import { expect } from "chai";

import { jsonReport } from "../../../local/report";
import type * as tryOut from "../../../local/tryOut";
import type { Report } from "./npmStart";

let run: Promise<tryOut.TryOut> | undefined;
const complaints: unknown[] = [];

/** What `npm start -- --json` prints of the one try-out that all tests of a process of mocha's share. */
export async function running(): Promise<Report> {
    return JSON.parse(jsonReport(await (run ??= start()))) as Report;
}

async function start(): Promise<tryOut.TryOut> {
    const print = console.error.bind(console);
    console.error = (...words: unknown[]) => {
        complaints.push(words);
        print(...words);
    };
    // Loading takes a second, and every process of mocha's loads this file.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    const { startTryOut } = require("../../../local/tryOut") as typeof tryOut;
    return startTryOut({ stack: "dev", port: 0, config: {} });
}

/** Whatever it was asked: no complaint, which might hold a secret. */
export function expectQuiet(): void {
    expect(complaints).to.deep.equal([]);
}

/** Ends it, or it would keep mocha from ending. */
export async function stopRunning(): Promise<void> {
    await (await run)?.close();
}
