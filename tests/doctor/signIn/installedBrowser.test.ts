import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { CannotRun } from "../../../doctor/check";
import { findBrowser, launchBrowser } from "../../../doctor/signIn/browser";

describe("the browser for a sign-in", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "browser-"));
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
    });
    const program = (name: string, mode = 0o755) => {
        const path = join(folder, name);
        writeFileSync(path, "");
        chmodSync(path, mode);
        return path;
    };

    for (const name of ["google-chrome", "chromium", "microsoft-edge"]) {
        it(`is found as ${name} among the commands`, () => {
            const path = program(name);
            expect(findBrowser(undefined, `/nowhere:${folder}`)).to.equal(path);
        });
    }

    it("is the one that is given", () => {
        program("chromium");
        const path = program("other");
        expect(findBrowser(path, folder)).to.equal(path);
    });

    it("is the one that is given, from where the person stands", () => {
        program("other");
        const { INIT_CWD } = process.env;
        process.env.INIT_CWD = folder;
        expect(findBrowser("./other", folder)).to.equal(join(folder, "other"));
        process.env.INIT_CWD = INIT_CWD;
    });

    it("has no window where there is no display, which is said before it starts", async () => {
        const started = launchBrowser("/nowhere/chromium", true, { DISPLAY: "" });
        const failure = await started.catch((error: unknown) => error);
        expect(failure).to.be.an.instanceof(CannotRun);
        expect((failure as Error).message).to.match(/^--show needs a display, .*without --show\.$/);
    });

    it("is asked for where there is none", () => {
        program("firefox");
        expect(() => findBrowser(undefined, folder)).to.throw(
            CannotRun,
            /^No browser was found, and --sign-in needs Chrome, Chromium or Edge\. .* --browser PATH$/,
        );
    });
});
