import { NpmStart, type Report } from "./npmStart";

let run: NpmStart | undefined;

/** The one `npm start` that all tests of a mocha run share, with any free ports. */
export function running(): Promise<Report> {
    run ??= new NpmStart(["--json", "--port", "0"]);
    return run.report();
}

after(async () => {
    await run?.end();
});
