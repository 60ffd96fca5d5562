import { expect } from "chai";

import { NpmStart, type Report, starting } from "./npmStart";

let run: NpmStart | undefined;

/** The one `npm start` that all tests of a process of mocha's share, with any free ports. */
export function running(): Promise<Report> {
    run ??= NpmStart.untilExit(["--json", "--port", "0"]);
    return run.report();
}

/** Whatever it was asked: one line of JSON, and no complaint, which might hold a secret. */
export function expectQuiet(): void {
    if (!run) return;
    expect(run.stderr).to.equal(starting);
    expect(run.stdout.trimEnd()).not.to.contain("\n");
}
