import { expect } from "chai";

import { passed } from "../../doctor/check";
import { flexaiHostChecks } from "../../doctor/checks/flexaiHost";
import { deploymentOf } from "../../doctor/deployment";
import { runChecks } from "../../doctor/runner";
import { deployedOutputs } from "./support/deployedOutputs";
import { findingOf } from "./support/examination";
import { useServers } from "./support/servers";

const heading = "docs/broken.md#flexai-opens-or-is-silent-without-a-sign-in";
const configure =
    "(umask 077 && pulumi stack output flexaiConfig --show-secrets --stack prod > flexai-auth.conf)";

describe("Doctor looks at a host of flexAI's that asks for no sign-in", () => {
    const servers = useServers();

    /** Checks flexAI at a server that responds so. */
    const responds = async (status: number, location?: string, issuer = deployedOutputs.issuer) => {
        servers.listener = (_request, response) => {
            response.writeHead(status, location === undefined ? {} : { location });
            response.end(status === 204 ? undefined : "<h1>Welcome</h1>");
        };
        const origin = `http://localhost:${String(servers.plain)}`;
        const redirectUris = [`${origin}/`, `${origin}/oauth2/callback`];
        const deployment = deploymentOf(
            { ...deployedOutputs, issuer, redirectUris },
            { stack: "prod" },
        );
        const provider = { name: "provider", needs: [], run: () => passed("") };
        const findings = await runChecks([provider, ...flexaiHostChecks(deployment, provider)]);
        return {
            host: findingOf(findings, `flexAI responds at ${origin}/`),
            request: findingOf(findings, "flexAI sends people to the sign-in page"),
        };
    };

    for (const [status, location, seen] of [
        [200, undefined, "status 200, without a sign-in"],
        [204, undefined, "status 204, without a sign-in"],
        [
            302,
            "https://portal.invalid/login",
            "a redirect to https://portal.invalid/login, without a sign-in",
        ],
    ] as const) {
        it(`and fails ${seen}`, async () => {
            const { host, request } = await responds(status, location);
            expect(host.outcome).to.equal("passed");
            expect(request).to.deep.include({ outcome: "failed", seen, commands: [configure] });
            expect(request).to.have.property("advice").that.includes(heading);
        });
    }

    for (const status of [304, 401, 403, 404, 500, 502]) {
        it(`and warns of status ${String(status)}, which opens nothing`, async () => {
            const { host, request } = await responds(status);
            expect(host).to.include({ outcome: "warning", seen: `status ${String(status)}` });
            expect(host).to.have.property("advice").that.includes(heading);
            expect(request.outcome).to.equal("skipped");
        });
    }

    it("and skips the page of npm start, which stands in its place", async () => {
        const { request } = await responds(200, undefined, "http://127.0.0.1:8400/pool");
        expect(request.outcome).to.equal("skipped");
    });
});
