import { expect } from "chai";
import { decodeJwt } from "jose";

import { Browser } from "./support/browser";
import { discovered, personWith, tokensOf } from "./support/relyingParty";
import { authorizationUrl, tokenRequest } from "./support/requests";
import { useReport } from "./support/hooks";

describe("npm start's userInfo", () => {
    const report = useReport();

    const ask = (token: string, method = "GET", scheme = "Bearer") =>
        fetch(report.userinfoEndpoint, {
            method,
            headers: { authorization: `${scheme} ${token}` },
        });
    const accessToken = async (scope: string, role = "flexai-user") => {
        const configuration = await discovered(report);
        const person = personWith(report, role);
        return (await tokensOf(configuration, report, person, scope)).access_token;
    };

    it("responds to GET and POST with what the scopes allow", async () => {
        const token = await accessToken("openid email");
        for (const method of ["GET", "POST"]) {
            const response = await ask(token, method);
            expect(response.status).to.equal(200);
            expect(await response.json()).to.have.all.keys(
                "sub",
                "username",
                "email",
                "email_verified",
            );
        }
    });

    it("refuses a token whose claims were changed after they were signed", async () => {
        const [header = "", payload = "", signature = ""] = (await accessToken("openid")).split(
            ".",
        );
        const { sub } = decodeJwt(await accessToken("openid", "flexai-manager"));
        const claims = { ...decodeJwt(`${header}.${payload}.`), sub };
        const forged = Buffer.from(JSON.stringify(claims)).toString("base64url");
        const response = await ask(`${header}.${forged}.${signature}`);
        expect(response.status).to.equal(401);
        expect(await response.json()).to.deep.equal({ error: "invalid_token" });
    });

    it("refuses an access token by another scheme", async () => {
        expect((await ask(await accessToken("openid"), "GET", "Basic")).status).to.equal(401);
    });

    it("refuses an access token without the scope openid, which brings no ID token", async () => {
        const url = await new Browser().signIn(
            authorizationUrl(report, { scope: "email" }),
            personWith(report, "flexai-user"),
        );
        const form = new URLSearchParams({
            grant_type: "authorization_code",
            code: url.searchParams.get("code") ?? "",
            redirect_uri: report.redirectUris[1] ?? "",
        });
        const response = await tokenRequest(report, form.toString());
        const tokens = (await response.json()) as { id_token?: string; access_token: string };
        expect(tokens).not.to.have.property("id_token");
        expect((await ask(tokens.access_token)).status).to.equal(401);
    });
});
