import { expect } from "chai";

import { help, readOptions, UsageError } from "../../doctor/options";

const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl";

describe("Doctor's options", () => {
    const read = (args: readonly string[]) => readOptions(args, {});

    it("are a stack, or a file, and the rest beside them", () => {
        const none = {
            help: false,
            json: false,
            verbose: false,
            strict: false,
            idToken: false,
            signIn: undefined,
        };
        expect(read(["--stack", "acme/flexai-oidc/prod"])).to.deep.equal({
            ...none,
            stack: "acme/flexai-oidc/prod",
            outputs: undefined,
        });
        expect(read(["--json", "--verbose", "--strict", "--outputs", "-"])).to.deep.equal({
            ...none,
            json: true,
            verbose: true,
            strict: true,
            stack: undefined,
            outputs: "-",
        });
        expect(read(["--stack", "prod", "--id-token", "-"])).to.include({ idToken: true });
        expect(
            read(["--stack", "prod", "--sign-in", "--role", "flexai-user", "--browser", "/b"]),
        ).to.deep.include({ signIn: { role: "flexai-user", browser: "/b", show: false } });
        expect(read(["--stack", "prod", "--sign-in", "--show"])).to.deep.include({
            signIn: { role: undefined, browser: undefined, show: true },
        });
        expect(read(["--help", "anything"])).to.include({ help: true });
    });

    const refusals: readonly (readonly [string, readonly string[], string])[] = [
        ["no options", [], "Needs --stack NAME or --outputs FILE"],
        [
            "both a stack and a file",
            ["--stack", "prod", "--outputs", "file"],
            "Needs only one of --stack NAME and --outputs FILE",
        ],
        ["a stack without a name", ["--stack="], "--stack needs the name of a stack"],
        ["an option as a stack", ["--stack=--cwd=/"], "--stack needs the name of a stack"],
        ["shell in a stack", ["--stack", "a;b"], "--stack needs the name of a stack"],
        ["a file without a name", ["--outputs="], "--outputs needs the name of a file"],
        ["an unknown option", ["--colour"], "Unknown option '--colour'"],
        [
            "a token in the place of its -",
            ["--stack", "prod", "--id-token", token],
            "An ID token is read from standard input only: --id-token -",
        ],
        [
            "two things on standard input",
            ["--outputs", "-", "--id-token", "-"],
            "Standard input can be --outputs or --id-token only",
        ],
        [
            "a sign-in and a token",
            ["--stack", "prod", "--sign-in", "--id-token", "-"],
            "Needs either --sign-in or --id-token -",
        ],
        [
            "a role without a sign-in",
            ["--stack", "prod", "--role", "flexai-user"],
            "--role needs --sign-in",
        ],
        [
            "a browser without a sign-in",
            ["--stack", "prod", "--browser", "/b"],
            "--browser needs --sign-in",
        ],
        ["a window without a sign-in", ["--stack", "prod", "--show"], "--show needs --sign-in"],
    ];
    for (const [title, args, problem] of refusals) {
        it(`are refused with ${title}, and it says how to list them`, () => {
            expect(() => read(args))
                .to.throw(UsageError)
                .with.property("message", `${problem}\nOptions: npm run doctor -- --help`);
        });
    }

    it("are explained in lines of 80 columns", () => {
        expect(help.split("\n").filter((line) => line.length > 80)).to.deep.equal([]);
    });
});
