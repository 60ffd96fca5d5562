import { expect } from "chai";

import type { Deployment } from "../../doctor/deployment";
import { examine, expectProblem, findingOf } from "./support/examination";
import { useProxy } from "./support/proxy";
import { useServers } from "./support/servers";

const name = "flexAI sends people to the sign-in page";

describe("Doctor looks at what flexAI asks the provider for", () => {
    const proxy = useProxy();
    const servers = useServers();

    /** A flexAI that asks as Envoy does, with changes. */
    const flexaiAsks = (
        changes: Readonly<Record<string, string | undefined>>,
        endpoint?: string,
    ) => {
        const { authorizationEndpoint, clientId, redirectUris } = proxy.outputs;
        const url = new URL(endpoint ?? authorizationEndpoint);
        const parameters = {
            client_id: clientId,
            code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            code_challenge_method: "S256",
            redirect_uri: redirectUris[1],
            response_type: "code",
            scope: "email openid profile",
            state: "private-state",
            ...changes,
        };
        for (const [key, value] of Object.entries(parameters)) {
            if (value !== undefined) url.searchParams.set(key, value);
        }
        servers.listener = ({ url: path }, response) => {
            const location = path === "/" ? "/app/" : url.href;
            response.writeHead(302, { location }).end();
        };
    };
    /** The provider's deployment with flexAI at that server, whose callback stays registered. */
    const deployment = (): Deployment => ({
        ...proxy.deployment,
        redirectUris: [
            `http://localhost:${String(servers.plain)}/`,
            ...proxy.outputs.redirectUris.slice(1),
        ],
    });
    const examined = async () => {
        const findings = (await examine(deployment())).filter(
            // Its own first callback is not registered here, nor where its sign-out leads.
            ({ name }) => !/^the callback|^the sign-out URL/.test(name),
        );
        expect(JSON.stringify(findings)).not.to.include("private-state");
        return findings;
    };

    it("and finds nothing wrong when it asks as in the outputs, after a redirect of its own", async () => {
        flexaiAsks({});
        expect(findingOf(await examined(), name)).to.include({
            outcome: "passed",
            seen: "a request that leads to the sign-in page",
        });
    });

    for (const [state, outcome] of [
        ["url=https://flexai.example.com/&nonce=private-state", "warning"],
        ['{"url":"private-state"}', "warning"],
        ["url=private-state", "warning"],
        ["eyJ1cmwiOiJwcml2YXRl-_A==", "passed"],
    ] as const) {
        it(`and has ${outcome} for the state ${state}, which Cognito may cut`, async () => {
            flexaiAsks({ state });
            const finding = findingOf(await examined(), name);
            expect(finding).to.include({ outcome });
            if (outcome === "passed") return;
            expect(finding)
                .to.have.property("advice")
                .that.matches(/Envoy up to 1\.32 .*1\.33/);
        });
    }

    const wrong = [
        { title: "another client", changes: { client_id: "other" }, seen: /^client_id=other$/ },
        {
            title: "Envoy's default scope",
            changes: { scope: "user" },
            seen: /^scope=user: a redirect to .* error=invalid/,
        },
        {
            title: "another response type",
            changes: { response_type: "token" },
            seen: /^response_type=token: /,
        },
        {
            title: "a sign-in without the sign-in page",
            changes: { prompt: "none" },
            seen: /^a parameter prompt: /,
        },
        {
            title: "another client, callback and scope at once",
            changes: { client_id: "other", redirect_uri: "https://x.invalid/", scope: "user" },
            seen: /^client_id=other, redirect_uri=https:\/\/x.invalid\/, scope=user$/,
        },
    ];
    for (const { title, changes, seen } of wrong) {
        it(`and says what differs when it asks for ${title}`, async () => {
            flexaiAsks(changes);
            const finding = expectProblem(await examined(), "failed", name);
            expect(finding.seen).to.match(seen);
            expect(finding.advice).to.match(/write its configuration again/);
            expect(finding.commands).to.deep.equal([
                "(umask 077 && pulumi stack output flexaiConfig --show-secrets --stack prod > flexai-auth.conf)",
            ]);
        });
    }

    it("and fails a return to its sign-out, which the client accepts and where Envoy takes no code", async () => {
        const [, , signOut = ""] = proxy.outputs.redirectUris;
        expect(signOut).to.match(/\/oauth2\/signout$/);
        flexaiAsks({ redirect_uri: signOut });
        const { seen } = expectProblem(await examined(), "failed", name);
        expect(seen).to.match(/^redirect_uri=\S+\/oauth2\/signout: a redirect to \S+\/login$/);
    });

    it("and fails a callback that the client refuses, with the list to compare it with", async () => {
        const [, callback = ""] = proxy.outputs.redirectUris;
        flexaiAsks({ redirect_uri: "http://flexai.example.com/oauth2/callback" });
        const finding = expectProblem(await examined(), "failed", name);
        expect(finding).to.deep.include({
            expected: `redirect_uri=${callback}`,
            seen: "redirect_uri=http://flexai.example.com/oauth2/callback: status 400",
            commands: ["pulumi stack output --stack prod redirectUris"],
        });
    });

    it("and warns of one that the client accepts by a change by hand", async () => {
        flexaiAsks({ redirect_uri: "https://flexai.example.com/callback" });
        proxy.fault = ({ pathname, searchParams }) =>
            pathname === "/oauth2/authorize" && searchParams.has("state")
                ? new Response(null, { status: 302, headers: { location: "/login" } })
                : undefined;
        expectProblem(await examined(), "warning", name);
    });

    it("and asks nobody when it sends people to another provider", async () => {
        flexaiAsks({}, "https://pool.auth.eu-central-1.amazoncognito.invalid/oauth2/authorize");
        const finding = expectProblem(await examined(), "failed", name);
        expect(finding.seen).to.equal(
            "a redirect to https://pool.auth.eu-central-1.amazoncognito.invalid/oauth2/authorize",
        );
    });

    it("and says that the client was changed when it asks as in the outputs in vain", async () => {
        flexaiAsks({});
        proxy.fault = ({ pathname, searchParams }) =>
            pathname === "/oauth2/authorize" && searchParams.has("state")
                ? new Response(null, { status: 302, headers: { location: "/error?error=x" } })
                : undefined;
        const finding = expectProblem(await examined(), "failed", name);
        expect(finding.seen).to.match(/is as in the outputs, and leads to a redirect.*error=x$/);
        expect(finding.commands).to.deep.equal(["pulumi up --refresh --stack prod"]);
    });

    it("and warns when it asks for fewer scopes, which the provider accepts", async () => {
        flexaiAsks({ scope: "openid" });
        expect(expectProblem(await examined(), "warning", name)).to.include({
            seen: "scope=openid",
        });
    });

    it("and warns when something in between responds in the provider's place", async () => {
        flexaiAsks({});
        proxy.fault = ({ pathname, searchParams }) =>
            pathname === "/oauth2/authorize" && searchParams.has("state")
                ? new Response("", { status: 403 })
                : undefined;
        expect(expectProblem(await examined(), "warning", name)).to.include({
            seen: "status 403, not a response of Cognito",
        });
    });
});
