import { expect } from "chai";

import { NpmStart, type Report } from "./npmStart";

let run: NpmStart | undefined;

/** The one `npm start` that all tests of a mocha run share, with any free ports. */
export function running(): Promise<Report> {
    run ??= new NpmStart(["--json", "--port", "0"]);
    return run.report();
}

after(async () => {
    const ending = await run?.end();
    if (!ending) return;
    // Whatever it was asked: one line of JSON, and no complaint, which might hold a secret.
    expect(ending.stderr).to.equal("");
    expect(ending.stdout.trimEnd()).not.to.contain("\n");
});
