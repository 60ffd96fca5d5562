import { expect } from "chai";

import { parseOptions } from "../../commandLine/parseOptions";

class Refused extends Error {}

const script = {
    command: "npm run this",
    options: {
        help: { type: "boolean" },
        json: { type: "boolean" },
        stack: { type: "string" },
        "sign-in": { type: "boolean" },
        config: { type: "string", multiple: true },
    },
    error: Refused,
} as const;

const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl";

describe("A script's options", () => {
    it("are read by name", () => {
        const args = ["--stack", "prod", "--json", "--config", "a=1", "--config=b=2"];
        expect(parseOptions(script, args, {})).to.deep.equal({
            stack: "prod",
            json: true,
            config: ["a=1", "b=2"],
        });
    });

    it("are explained with --help, whatever else is wrong", () => {
        expect(parseOptions(script, ["--help", "word"], {})).to.deep.equal({ help: true });
    });

    it("may be npm's own too, which its environment always has", () => {
        const env = { npm_config_json: "true", npm_config_help: "true" };
        expect(parseOptions(script, ["--stack", "prod"], env)).to.deep.equal({ stack: "prod" });
    });

    const npm = "npm took";
    const itself = "for itself: it needs -- before these options. Run: npm run this --";
    const refusals: readonly (readonly [
        title: string,
        args: readonly string[],
        message: string,
        env?: NodeJS.ProcessEnv,
    ])[] = [
        ["no value", ["--stack"], "Option '--stack <value>' argument missing"],
        [
            "an option in place of a value",
            ["--stack", "--json"],
            "Option '--stack' argument is ambiguous.",
        ],
        ["a value for a switch", ["--json=1"], "Option '--json' does not take an argument"],
        ["a near miss", ["--stak"], "Unknown option '--stak'. Did you mean --stack?"],
        ["an unknown name", ["--colour"], "Unknown option '--colour'"],
        ["a short option", ["-s", "prod"], "Unknown option '-s'"],
        ["a word", ["prod"], "'prod' came without its option. Run: npm run this -- --stack prod"],
        [
            "a word that is a setting",
            ["roles=[a]"],
            "'roles=[a]' came without its option. Run: npm run this -- --config 'roles=[a]'",
        ],
        [
            "a token as a word, which is not shown",
            ["--stack", "prod", token],
            "There is a word that is not an option. Run: npm run this -- --stack",
        ],
        [
            "a name that npm took, and its value as a word",
            ["prod"],
            `${npm} --stack ${itself} --stack prod`,
            { npm_config_stack: "true" },
        ],
        [
            "a name and its value, which npm took",
            [],
            `${npm} --stack ${itself} --stack prod`,
            { npm_config_stack: "prod" },
        ],
        [
            "a name of two words, which npm took",
            ["--stack", "prod"],
            `${npm} --sign-in ${itself} --sign-in`,
            { npm_config_sign_in: "true" },
        ],
        [
            "a setting that npm took",
            ["roles=[a]"],
            `${npm} --config ${itself} --config 'roles=[a]'`,
            { npm_config_config: "true" },
        ],
    ];
    for (const [title, args, message, env = {}] of refusals) {
        it(`are refused with ${title}`, () => {
            expect(() => parseOptions(script, args, env))
                .to.throw(Refused)
                .with.property("message", message);
        });
    }
});
