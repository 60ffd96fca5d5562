import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect } from "chai";
import { None } from "openid-client";

import { discoveryProblem } from "../../local/company/discoveryProblem";
import { listen } from "../../local/loopback";
import { discovered } from "../../local/relyingParty/oidcClient";
import { inOneLine } from "../support/messages";

describe("What npm start says about a company's provider that it cannot read", () => {
    const server = createServer(({ url = "" }, response) => {
        const issuer = `${origin}/realm`;
        if (url.startsWith("/missing/")) response.statusCode = 404;
        const [type, body] = url.startsWith("/page/")
            ? ["text/html", "<p>"]
            : ["application/json", JSON.stringify({ issuer })];
        response.setHeader("content-type", type).end(body);
    });
    let origin: string;
    before(async () => {
        // As in npm start, whose server puts a class of its own in the place of Response.
        await (await listen(0)).close();
        await once(server.listen(0, "127.0.0.1"), "listening");
        origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    });
    after(() => {
        server.close();
    });

    const problemOf = async (issuer: string) => {
        const error = await discovered(issuer, "flexai", None()).catch((reason: unknown) => reason);
        return inOneLine([discoveryProblem(issuer, error as Error)])[0];
    };
    const asked = (issuer: string) =>
        `--company '${issuer}' does not serve OIDC Discovery:` +
        ` ${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

    it("is that it cannot be reached", async () => {
        const closed = "http://127.0.0.1:2/realm";
        expect(await problemOf(closed)).to.equal(
            `${asked(closed)} cannot be reached (ECONNREFUSED). Is the provider started?`,
        );
    });

    it("is the status or the form of what it returns", async () => {
        const compare = "Compare the issuer with the provider's, path and all.";
        const missing = `${origin}/missing`;
        expect(await problemOf(missing)).to.equal(
            `${asked(missing)} returns status 404. ${compare}`,
        );
        const page = `${origin}/page`;
        expect(await problemOf(page)).to.equal(
            `${asked(page)} returns text/html in place of JSON. ${compare}`,
        );
    });

    it("is the issuer that it names, with the command", async () => {
        const slash = `${origin}/realm/`;
        expect(await problemOf(slash)).to.equal(
            `${asked(slash)} has the issuer '${origin}/realm'.` +
                ` Run, with your other options: npm start -- --company ${origin}/realm`,
        );
    });

    it("is any other reason as it is", () => {
        const issuer = "http://127.0.0.1/realm";
        expect(inOneLine([discoveryProblem(issuer, new Error("odd"))])).to.deep.equal([
            `${asked(issuer)}: odd`,
        ]);
    });
});
