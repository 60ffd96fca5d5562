import { expect } from "chai";

import { commandOf } from "../../local/startCommand";
import { help, readOptions, UsageError } from "../../local/options";

describe("The options of npm start", () => {
    const settings = (setting: string) => readOptions(["--config", setting], {}).config;

    it("are those of stack dev by default", () => {
        expect(readOptions([], {})).to.deep.equal({
            help: false,
            json: false,
            outputs: false,
            stack: "dev",
            port: undefined,
            company: undefined,
            config: {},
        });
    });

    it("accept an issuer in the company's place, and nothing else there", () => {
        const issuer = "http://127.0.0.1:8080/realms/contoso";
        expect(readOptions(["--company", issuer], {}).company).to.equal(issuer);
        for (const other of ["Contoso", "file:///etc/passwd", ""])
            expect(() => readOptions(["--company", other], {})).to.throw(
                UsageError,
                `--company '${other}' is not an issuer such as https://login.example.com`,
            );
        expect(commandOf({ company: issuer }).line).to.equal(`npm start -- --company ${issuer}`);
    });

    const anna = { username: "anna", email: "anna@example.com", roles: ["flexai-editor"] };
    const collections: [string, unknown][] = [
        ["[{ username: anna, email: anna@example.com, roles: [flexai-editor] }]", [anna]],
        ["\n- username: anna\n  enabled: false\n", [{ username: "anna", enabled: false }]],
        ["[{'username':'anna'}]", [{ username: "anna" }]],
        ['["a", "b"]', ["a", "b"]],
        ["{ owner: me }", { owner: "me" }],
        ["[]", []],
    ];
    for (const [yaml, value] of collections) {
        it(`accept ${JSON.stringify(yaml)} as a stack file does`, () => {
            expect(JSON.parse(settings(`users=${yaml}`).users ?? "")).to.deep.equal(value);
        });
    }

    for (const value of ["", "flexai:443", "0123", "true", "*", "a=b", "https://x/", "@a"]) {
        it(`leave '${value}' as it is`, () => {
            expect(settings(`key=${value}`)).to.deep.equal({ key: value });
        });
    }

    for (const address of ["[::1]", "[2001:db8::1]:8443"]) {
        it(`leave the IPv6 address '${address}' as it is, although YAML would read a list`, () => {
            expect(settings(`hostname=${address}`)).to.deep.equal({ hostname: address });
        });
    }

    for (const name of ["prod", "acme/prod", "acme/flexai-oidc/prod"]) {
        it(`know stack prod as '${name}'`, () => {
            expect(readOptions(["--stack", name], {}).stack).to.equal("prod");
        });
    }

    it("accept a stack's name with dots, if there is its file", () => {
        expect(() => readOptions(["--stack", "acme/prod.eu"], {})).to.throw(
            "There is no stack 'prod.eu': no file Pulumi.prod.eu.yaml",
        );
    });

    for (const name of ["prod/", "a b", "a:b"]) {
        it(`refuse '${name}', which is not the name of a stack`, () => {
            expect(() => readOptions(["--stack", name], {})).to.throw(
                `--stack '${name}' is not the name of a stack`,
            );
        });
    }

    const refused: [string[], RegExp][] = [
        [["--port", "x"], /^--port 'x' is neither 0 nor a number from 1024 to 65534$/],
        [["--port", "65535"], /^--port '65535' is neither 0 nor/],
        [["--port=-1"], /^--port '-1' is neither 0 nor/],
        [["--port", "1023"], /^--port '1023' is neither 0 nor/],
        [["--config", "hostname"], /^--config 'hostname' is not KEY=VALUE$/],
        [["--config", "=value"], /^--config '=value' is not KEY=VALUE$/],
        [["--config", "users=[a"], /^--config users is neither YAML nor JSON: .+/],
        [["--stack", "../dev"], /^--stack '..\/dev' is not the name of a stack$/],
        [["--stack", "none"], /^There is no stack 'none': no file Pulumi.none.yaml$/],
    ];
    for (const [args, message] of refused) {
        it(`are refused: ${args.join(" ")}`, () => {
            expect(() => readOptions(args, {})).to.throw(UsageError, message);
        });
    }

    it("are written as the command that has them", () => {
        const args = ["--stack", "prod", "--port", "0", "--config", "a=b'c", "--outputs"];
        expect(commandOf(readOptions(args, {})).line).to.equal(
            "npm start -- --stack prod --port 0 --outputs",
        );
        expect(commandOf(readOptions(args, {}), { a: "b'c" }).line).to.equal(
            `npm start -- --stack prod --port 0 --config 'a=b'\\''c' --outputs`,
        );
        expect(commandOf({ json: true }).line).to.equal("npm -s start -- --json");
    });

    it("are explained in lines of 80 columns", () => {
        expect(help.split("\n").filter((line) => line.length > 80)).to.deep.equal([]);
    });
});
