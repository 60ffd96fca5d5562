import { expect } from "chai";

import type { Deployment } from "../../doctor/deployment";
import { page, redirect } from "./support/faultCase";
import { examine, expectProblem, findingOf, namesOf } from "./support/examination";
import { useProxy } from "./support/proxy";
import { useServers } from "./support/servers";

describe("Doctor looks at a custom domain", () => {
    const proxy = useProxy();
    const prefix = useProxy();
    const servers = useServers();

    const originOf = (address: string) => new URL(address).origin;
    const prefixOrigin = () => originOf(prefix.outputs.issuer);
    const prefixHost = () => new URL(prefix.outputs.issuer).host;
    /** The provider at two domains, of which discovery names the one in the outputs. */
    const deployment = (): Deployment => ({ ...proxy.deployment, prefixOrigin: prefixOrigin() });
    /** The domain is at another origin, and everything else stays where it is. */
    const movedTo = (origin: string, target?: string): Deployment => {
        const moved = (address: string) => address.replace(originOf(proxy.outputs.issuer), origin);
        const { authorizationEndpoint, tokenEndpoint, signOutUrl } = proxy.deployment;
        return {
            ...deployment(),
            authorizationEndpoint: moved(authorizationEndpoint),
            tokenEndpoint: moved(tokenEndpoint),
            signOutUrl: moved(signOutUrl),
            ...(target !== undefined && { domainTarget: target }),
        };
    };

    const callback = () => `flexAI's callback is accepted at the prefix domain ${prefixHost()} too`;
    const form = () => `the sign-in page of the prefix domain ${prefixHost()} shows a form too`;

    it("and at the prefix domain beside it, and finds nothing wrong where nothing is", async () => {
        const findings = await examine(deployment());
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
        const names = [`${prefixHost()} accepts connections`, callback(), form()];
        expect(namesOf(findings, "passed")).to.include.members(names);
    });

    it("and not at a second one where there is none", async () => {
        const findings = await examine(proxy.deployment);
        expect(JSON.stringify(findings)).not.to.include("prefix domain");
    });

    it("and says when the prefix domain refuses flexAI", async () => {
        prefix.fault = ({ pathname }) =>
            pathname === "/oauth2/authorize"
                ? redirect("/error?error=redirect_mismatch")
                : undefined;
        const problem = expectProblem(await examine(deployment()), "failed", callback());
        expect(problem.seen).to.equal(
            `a redirect to ${prefixOrigin()}/error error=redirect_mismatch`,
        );
    });

    it("and says when the prefix domain's page has no style", async () => {
        prefix.fault = ({ pathname }) =>
            pathname === "/login" ? page("<p>Login pages unavailable.</p>", 403) : undefined;
        const problem = expectProblem(await examine(deployment()), "failed", form());
        expect(problem.seen).to.equal("Login pages unavailable");
    });

    it("and says when nobody listens at the prefix domain", async () => {
        const origin = `http://127.0.0.1:${String(servers.closed)}`;
        const findings = await examine({ ...proxy.deployment, prefixOrigin: origin });
        expectProblem(
            findings,
            "failed",
            `127.0.0.1:${String(servers.closed)} accepts connections`,
        );
    });

    const upToAnHour =
        /A new custom domain needs up to an hour, and DNS some minutes more\. Until then http:\/\/127.0.0.1:\d+ still works/;
    for (const { title, origin, fails, seen } of [
        {
            title: "its name is not known",
            origin: () => "https://custom.invalid",
            fails: () => "the name custom.invalid is known",
            seen: /^the name (is not known|cannot be looked up) \(E\w+\)$/,
        },
        {
            title: "its distribution does not listen",
            origin: () => `https://127.0.0.1:${String(servers.closed)}`,
            fails: () => `127.0.0.1:${String(servers.closed)} accepts connections`,
            seen: /^the connection was refused/,
        },
        {
            title: "its distribution has another certificate",
            origin: () => `https://localhost:${String(servers.selfSigned)}`,
            fails: () => `the certificate of localhost:${String(servers.selfSigned)} is trusted`,
            seen: /^the certificate is self-signed/,
        },
    ]) {
        it(`and says "up to an hour" when ${title}`, async () => {
            // It has its own host here: discovery names the address of before.
            const findings = await examine(movedTo(origin(), "d1.cloudfront.net"));
            const finding = findingOf(findings, fails());
            expect(finding).to.have.property("seen").that.matches(seen);
            expect(finding).to.have.property("advice").that.matches(upToAnHour);
            expect(finding)
                .to.have.property("advice")
                .that.matches(
                    /^Your DNS must have this record: \S+ CNAME d1\.cloudfront\.net A new/,
                );
            expect(namesOf(findings, "passed")).to.include(form());
        });
    }

    it("and names no record where the stack has made it", async () => {
        const findings = await examine(movedTo("https://custom.invalid"));
        expect(findingOf(findings, "the name custom.invalid is known"))
            .to.have.property("advice")
            .that.matches(/^The stack's records in DNS lead to it\. A new custom domain/);
    });

    it("and says it when discovery names the prefix domain still", async () => {
        proxy.fault = async ({ pathname }, _form, ask) => {
            const response = await ask();
            if (!pathname.endsWith("/openid-configuration")) return response;
            const document = (await response.json()) as Record<string, unknown>;
            const endpoint = `${prefixOrigin()}/oauth2/authorize`;
            return Response.json({ ...document, authorization_endpoint: endpoint });
        };
        const name = "Discovery's authorization_endpoint is the output authorizationEndpoint";
        const problem = expectProblem(await examine(deployment()), "failed", name);
        expect(problem.advice).to.match(/^Discovery has a custom domain once .*up to an hour/);
        expect(problem.commands).to.deep.equal(["pulumi up --refresh --stack prod"]);
    });

    it("and warns when flexAI uses the prefix domain still, which goes on working", async () => {
        servers.listener = (_request, response) => {
            const url = new URL(`${prefixOrigin()}/oauth2/authorize`);
            const { clientId, redirectUris } = proxy.outputs;
            url.search = new URLSearchParams({
                client_id: clientId,
                redirect_uri: redirectUris[1] ?? "",
                response_type: "code",
                scope: "email openid profile",
            }).toString();
            response.writeHead(302, { location: url.href }).end();
        };
        const [, ...others] = proxy.outputs.redirectUris;
        const redirectUris = [`http://localhost:${String(servers.plain)}/`, ...others];
        const findings = await examine({ ...deployment(), redirectUris });
        expect(findingOf(findings, "flexAI sends people to the sign-in page")).to.deep.include({
            outcome: "warning",
            seen: `a redirect to ${prefixOrigin()}/oauth2/authorize`,
            advice:
                "flexAI uses the prefix domain, which still works: write its configuration again" +
                " once the custom domain works.",
        });
    });
});
