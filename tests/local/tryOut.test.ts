import { setImmediate } from "node:timers/promises";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { textReport } from "../../local/report";
import { startTryOut, type TryOut, type TryOutOptions } from "../../local/tryOut";
import { ended } from "./support/processes";
import { programWith } from "./support/programWith";

describe("A try-out", () => {
    let tryOut: TryOut | undefined;
    const start = async (options: Partial<TryOutOptions> = {}) =>
        (tryOut = await startTryOut({ stack: "dev", port: 0, config: {}, ...options }));
    afterEach(() => tryOut?.close());

    it("has a client secret and passwords of its own, each time", async () => {
        const secrets = [];
        for (let time = 0; time < 2; time++) {
            const { outputs, users, close } = await start();
            secrets.push(outputs.clientSecret, ...users.map(({ password }) => password));
            await close();
        }
        expect(new Set(secrets).size).to.equal(secrets.length);
    });

    it("says that it imitates no threat protection, and nothing of mails that fail", async () => {
        const config = { threatProtection: "audit", mailFailureLog: "true" };
        expect((await start({ config })).notices).to.deep.equal([
            "Threat protection is Cognito's own: nothing is assessed or blocked here.",
        ]);
    });

    it("refuses a program with a resource that nothing stands in for", async () => {
        const program = () => new aws.s3.Bucket("bucket");
        const error: unknown = await start({ program }).catch((reason: unknown) => reason);
        expect(String(error)).to.include("'aws:s3/bucket:Bucket' is not in the table");
    });

    it("writes what a company has to register with the addresses of this machine", async () => {
        const tryOut = await start({ config: { companyLogin: '{"name":"Contoso"}' } });
        const { outputs } = tryOut;
        const { origin } = new URL(outputs.authorizationEndpoint);
        const { issuer, ...setup } = outputs.companyLoginSetup ?? {};
        expect(setup).to.deep.equal({
            name: "Contoso",
            oidcRedirectUri: `${origin}/oauth2/idpresponse`,
            samlEntityId: `urn:amazon:cognito:sp:${outputs.userPoolId}`,
            samlReplyUrl: `${origin}/saml2/idpresponse`,
        });
        expect(issuer).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
        expect(textReport(tryOut, { outputs: true, stack: "dev" })).to.include(
            '{"name":"Contoso","oidcRedirectUri"',
        );
    });

    it("has the configured users and nobody made up, or else nobody but the made-up ones", async () => {
        const users = JSON.stringify([
            { username: "Anna", email: "a@example.com", roles: ["flexai-manager"] },
            { username: "bob", email: "b@example.com", roles: ["flexai-editor"], enabled: false },
            { username: "c", email: "c@example.com", preferredUsername: "chris dahl" },
        ]);
        const { users: all } = await start({ config: { users } });
        expect(
            all.map(({ username, groups, demonstration }) => [username, groups, demonstration]),
        ).to.deep.equal([
            ["Anna", ["flexai-manager"], false],
            ["bob", ["flexai-editor"], false],
            ["c", [], false],
        ]);
    });

    it("shows each configured user's invitation, with the password", async () => {
        const users = JSON.stringify([
            { username: "a$&b", email: "a@example.com", preferredUsername: "A & B" },
        ]);
        const { page, users: all } = await start({ config: { users } });
        expect(await (await fetch(page)).text()).to.include('href="/invitations"');
        const html = await (await fetch(new URL("/invitations", page))).text();
        expect(html.match(/<h2>.*?<\/h2>/g)).to.deep.equal(["<h2>Your account for flexAI</h2>"]);
        expect(html).to.include("To: A &amp; B &lt;a@example.com&gt;");
        expect(html).to.include(
            `User name: a$&#38;b<br>Temporary password: ${all.at(-1)?.password ?? ""}`,
        );
    });

    it("shows one invitation as a sample when no user is configured", async () => {
        const { page } = await start();
        const html = await (await fetch(new URL("/invitations", page))).text();
        expect(html.match(/To: [^<]*/g)).to.deep.equal([
            "To: Anna Berg &lt;anna@made-up.invalid&gt;",
        ]);
        expect(html).to.include(`<a href="${page}">${page}</a>`);
    });

    it("has a person for each role, however many there are, and one without", async () => {
        const roles = [
            "flexai-user",
            ...Array.from({ length: 11 }, (_, at) => `role-${String(at)}`),
        ];
        const { users: all } = await start({ config: { roles: JSON.stringify(roles) } });
        expect(all.map(({ groups }) => groups.join())).to.deep.equal([...roles, ""]);
        for (const key of ["username", "email", "preferred_username"]) {
            const values = all.map(({ username, attributes }) => attributes[key] ?? username);
            expect(new Set(values).size, key).to.equal(all.length);
        }
    });

    it("starts stack prod, whose settings name AWS accounts", async () => {
        const { outputs } = await start({ stack: "prod" });
        expect(outputs.issuer).to.match(/^http:\/\/127\.0\.0\.1:/);
    });

    it("uses its ports again after it has closed", async () => {
        const { page, close } = await start({ port: undefined });
        await close();
        const port = Number(new URL(page).port) - 1;
        for (let time = 0; time < 2; time++) {
            // Until fetch, which is in the same process here, has noticed that its connections are closed.
            await setImmediate();
            await (await start({ port })).close();
        }
    });

    it("ends a trigger that is busy when it closes", async () => {
        const endless = "exports.handler = () => { for (;;); };";
        const code = new pulumi.asset.AssetArchive({
            "__index.js": new pulumi.asset.StringAsset(endless),
        });
        const { trigger, close } = await start({
            program: programWith("aws:lambda/function:Function", { code, timeout: 60 }),
        });
        const call = trigger?.invoke({}).catch(String);
        await setImmediate();
        const pid = trigger?.pid;
        if (pid === undefined) throw new Error("The trigger has no process.");
        await close();
        await ended(pid);
        // By the end, that is, and not by its own time limit.
        expect(await call).to.match(/exited with error: signal: SIGKILL/);
    });
});
