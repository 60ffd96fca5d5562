import { expect } from "chai";

import { proxyFor, reachLoopback } from "../../commandLine/proxy";

const url = "http://proxy.example.com:3128";

describe("The proxy of the environment", () => {
    it("is the one of https, else that of http, by the variable's small letters first", () => {
        const variables = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];
        for (const [index, variable] of variables.entries()) {
            const env = Object.fromEntries(variables.slice(index).map((name) => [name, url]));
            expect(proxyFor("a.example", env)).to.include({ variable, url });
        }
        expect(proxyFor("a.example", { HTTPS_PROXY: "", NO_PROXY: "x" })).to.equal(undefined);
    });

    for (const [version, isRead] of [
        ["20.20.2", false],
        ["22.20.0", false],
        ["22.21.0", true],
        ["23.11.1", false],
        ["24.0.0", true],
    ] as const) {
        it(`is ${isRead ? "asked" : "not asked"} by Node.js ${version} that is told to`, () => {
            const env = { HTTPS_PROXY: url, NODE_USE_ENV_PROXY: "1" };
            expect(proxyFor("a.example", env, version)?.isUsed).to.equal(isRead);
            expect(proxyFor("a.example", { HTTPS_PROXY: url }, version)?.isUsed).to.equal(false);
        });
    }

    it("is not for this machine, nor for what NO_PROXY excepts", () => {
        const env = { HTTPS_PROXY: url, NO_PROXY: "a.example, .b.example *.c.example" };
        for (const hostname of ["localhost", "127.0.0.1", "[::1]", "a.example", "x.b.example"]) {
            expect(proxyFor(hostname, env), hostname).to.equal(undefined);
        }
        expect(proxyFor("x.c.example", env)).to.equal(undefined);
        for (const hostname of ["b.example", "xa.example", "example"]) {
            expect(proxyFor(hostname, env), hostname).to.have.property("url", url);
        }
    });

    it("is passed by on the way to this machine, whichever variable a program reads", () => {
        const env = { NO_PROXY: "a.example" };
        reachLoopback(env);
        const list = "a.example,localhost,127.0.0.1,[::1]";
        expect(env).to.deep.equal({ NO_PROXY: list, no_proxy: list });
        reachLoopback(env);
        expect(env).to.deep.equal({ NO_PROXY: list, no_proxy: list });
    });
});
