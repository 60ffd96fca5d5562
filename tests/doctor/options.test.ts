import { expect } from "chai";

import { readOptions, UsageError } from "../../doctor/options";

const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl";

describe("Doctor's options", () => {
    const read = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => readOptions(args, env);

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

    const run = "Run: npm run doctor --";
    const npm = `it needs -- before these options. ${run}`;
    const refusals: readonly (readonly [string, readonly string[], string, NodeJS.ProcessEnv?])[] =
        [
            ["no options", [], "Needs --stack NAME or --outputs FILE"],
            [
                "both a stack and a file",
                ["--stack", "prod", "--outputs", "file"],
                "Needs --stack NAME or --outputs FILE",
            ],
            ["a stack without a name", ["--stack="], "--stack needs the name of a stack"],
            ["an option as a stack", ["--stack=--cwd=/"], "--stack needs the name of a stack"],
            ["shell in a stack", ["--stack", "a;b"], "--stack needs the name of a stack"],
            ["a file without a name", ["--outputs="], "--outputs needs the name of a file"],
            [
                "an option without its value",
                ["--stack"],
                "Option '--stack <value>' argument missing",
            ],
            [
                "an option in place of a value",
                ["--stack", "--json"],
                "Option '--stack' argument is ambiguous.",
            ],
            ["a value for a switch", ["--json=1"], "Option '--json' does not take an argument"],
            [
                "an option that is spelt wrong",
                ["--stak", "prod"],
                "Unknown option '--stak'. Did you mean --stack?",
            ],
            ["an unknown option", ["--colour"], "Unknown option '--colour'"],
            ["a short option", ["-s", "prod"], "Unknown option '-s'"],
            [
                "a token in the place of its -",
                ["--stack", "prod", "--id-token", token],
                "An ID token is read from standard input only: --id-token -",
            ],
            [
                "a token as a word",
                ["--stack", "prod", token],
                `There is a word that is not an option. ${run} --stack`,
            ],
            ["a word", ["prod"], `'prod' came without its option. ${run} --stack prod`],
            [
                "a word that npm left",
                ["prod"],
                `npm took --stack for itself: ${npm} --stack prod`,
                { npm_config_stack: "true" },
            ],
            [
                "what npm took whole",
                [],
                `npm took --stack for itself: ${npm} --stack prod`,
                { npm_config_stack: "prod" },
            ],
            [
                "what npm took besides",
                ["--stack", "prod"],
                `npm took --sign-in for itself: ${npm} --sign-in`,
                { npm_config_sign_in: "true" },
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
    for (const [title, args, problem, env] of refusals) {
        it(`are refused with ${title}, and it says how to list them`, () => {
            expect(() => read(args, env))
                .to.throw(UsageError)
                .with.property("message", `${problem}\nOptions: npm run doctor -- --help`);
        });
    }
});
