import { expect } from "chai";

import { CannotRun } from "../../doctor/cannotRun";
import { readCommandLine } from "../../doctor/commandLine";

const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl";

describe("Doctor's command line", () => {
    it("takes a stack, or a file, and the rest beside them", () => {
        const none = { help: false, json: false, idToken: false };
        expect(readCommandLine(["--stack", "prod"])).to.deep.equal({
            ...none,
            stack: "prod",
            outputs: undefined,
        });
        expect(readCommandLine(["--json", "--outputs", "-"])).to.deep.equal({
            ...none,
            json: true,
            stack: undefined,
            outputs: "-",
        });
        expect(readCommandLine(["--stack", "prod", "--id-token", "-"])).to.include({
            idToken: true,
        });
        expect(readCommandLine(["--help"])).to.include({ help: true });
    });

    const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
        ["no arguments", [], /needs either --stack NAME or --outputs FILE/],
        [
            "both a stack and a file",
            ["--stack", "prod", "--outputs", "file"],
            /needs either --stack NAME or --outputs FILE/,
        ],
        ["a stack without a name", ["--stack="], /needs a name after --stack/],
        [
            "a stack that Pulumi would take for an option",
            ["--stack=--cwd=/"],
            /a name after --stack/,
        ],
        ["an option without its value", ["--stack"], /does not understand.*--stack/],
        ["an unknown option", ["--stak", "prod"], /does not understand.*'--stak'/],
        [
            "a token in the place of its -",
            ["--stack", "prod", "--id-token", token],
            /by standard input only: --id-token -/,
        ],
        ["a token as an argument", ["--stack", "prod", token], /takes options only/],
        [
            "two things on standard input",
            ["--outputs", "-", "--id-token", "-"],
            /one thing from standard input/,
        ],
    ];
    for (const [title, args, message] of refusals) {
        it(`refuses ${title}, and says how to get help`, () => {
            expect(() => readCommandLine(args))
                .to.throw(CannotRun, message)
                .with.property("message")
                .that.matches(/Run: npm run doctor -- --help$/)
                .and.does.not.include("eyJ");
        });
    }
});
