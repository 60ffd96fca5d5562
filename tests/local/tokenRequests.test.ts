import { expect } from "chai";

import { get, serverLives, tokenRequest } from "./support/requests";
import { useReport } from "./support/hooks";

describe("npm start, asked for what clients may not have", () => {
    const report = useReport();
    afterEach(() => serverLives(report));

    const wrongTokenRequests: [string, string, number, string, Record<string, string>?][] = [
        ["no grant", "code=a", 400, "invalid_request"],
        ["no code", "grant_type=authorization_code", 400, "invalid_request"],
        ["no refresh token", "grant_type=refresh_token", 400, "invalid_request"],
        ["a repeated parameter", "grant_type=refresh_token&grant_type=a", 400, "invalid_request"],
        ["broken percent signs", "grant_type=authorization_code&code=%zz%", 400, "invalid_request"],
        ["JSON", "{}", 415, "invalid_request", { "content-type": "application/json" }],
        [
            "a multipart form",
            "--a--",
            415,
            "invalid_request",
            { "content-type": "multipart/form-data" },
        ],
        ["a long body", "a".repeat(20_000), 413, "invalid_request"],
        [
            "no authentication",
            "grant_type=refresh_token",
            400,
            "invalid_client",
            { authorization: "" },
        ],
        [
            "another scheme",
            "grant_type=refresh_token",
            400,
            "invalid_client",
            { authorization: "Bearer a" },
        ],
        [
            "broken base64",
            "grant_type=refresh_token",
            400,
            "invalid_client",
            { authorization: "Basic %%%" },
        ],
        [
            "two authentications",
            "grant_type=refresh_token&refresh_token=a&client_secret=a",
            400,
            "invalid_request",
        ],
        ["another client's id in the form", "client_id=a", 400, "invalid_client"],
        [
            "an unknown refresh token",
            "grant_type=refresh_token&refresh_token=a",
            400,
            "invalid_grant",
        ],
        ["client credentials", "grant_type=client_credentials", 400, "unauthorized_client"],
        ["a password", "grant_type=password", 400, "unsupported_grant_type"],
    ];
    for (const [what, body, status, error, headers] of wrongTokenRequests) {
        it(`responds to a token request with ${what} with ${String(status)} ${error}`, async () => {
            const response = await tokenRequest(report, body, headers);
            expect(response.status).to.equal(status);
            expect(await response.json()).to.deep.equal({ error });
        });
    }

    it("stops reading a body without a length that grows too long", async () => {
        const chunk = new TextEncoder().encode("a".repeat(10_000));
        const body = new ReadableStream({
            start: (controller) => {
                for (let i = 0; i < 5; i++) controller.enqueue(chunk);
                controller.close();
            },
        });
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
        expect((await fetch(report.tokenEndpoint, init)).status).to.equal(413);
    });

    it("accepts the client's whole secret and nothing less", async () => {
        const { clientId, clientSecret } = report;
        const errorOf = async (form: Record<string, string>) => {
            const body = new URLSearchParams({ grant_type: "refresh_token", ...form });
            const response = await fetch(report.tokenEndpoint, { method: "POST", body });
            return ((await response.json()) as { error: string }).error;
        };
        const { length } = clientSecret;
        for (const secret of ["", clientSecret.slice(0, length - 1), `${clientSecret}a`]) {
            expect(await errorOf({ client_id: clientId, client_secret: secret })).to.equal(
                "invalid_client",
            );
        }
        expect(await errorOf({ client_id: clientId, client_secret: clientSecret })).to.equal(
            "invalid_request",
        );
    });

    it("refuses userInfo without a token and with a wrong one", async () => {
        expect((await get(report.userinfoEndpoint)).status).to.equal(400);
        const response = await get(report.userinfoEndpoint, { authorization: "Bearer a.b.c" });
        expect(response.status).to.equal(401);
        expect(response.headers.get("www-authenticate")).to.contain("invalid_token");
    });
});
