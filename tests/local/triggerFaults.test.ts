import { expect } from "chai";
import * as oidc from "openid-client";

import type { TriggerFunction } from "../../local/triggerFunction";
import { type InProcess, registeredPool, startInProcess } from "./support/inProcess";
import { discovered, signedIn, tokensOf } from "./support/relyingParty";

/**
 * A trigger that does something else for the user without a role, once or as long as it lives, and
 * is the registered one for everybody else.
 */
async function faulty(fault: string, onRefreshOnly = false): Promise<Partial<TriggerFunction>> {
    const { trigger } = await registeredPool();
    const source = onRefreshOnly ? "event.triggerSource.endsWith('RefreshTokens')" : "true";
    const text = `${trigger?.text ?? ""}
        const registered = exports.handler;
        exports.handler = async (event, context) => {
            if (event.userName !== "no-role" || !(${source})) return registered(event, context);
            ${fault}
        };`;
    return { text };
}

const faults: Record<string, { does: string; says: RegExp; options?: Partial<TriggerFunction> }> = {
    throws: {
        does: "throw new Error('out of order');",
        says: /^PreTokenGeneration failed with error out of order\.$/,
    },
    "throws no error": {
        does: "throw null;",
        says: /^PreTokenGeneration failed with error null\.$/,
    },
    hangs: {
        does: "for (;;);",
        says: /^PreTokenGeneration failed with error RequestId: \S+ Error: Task timed out after 1.00 seconds\.$/,
        options: { timeout: 1 },
    },
    "never answers": {
        does: "return new Promise(() => undefined);",
        says: /Task timed out after 1.00 seconds\.$/,
        options: { timeout: 1 },
    },
    exits: {
        does: "process.exit(0);",
        says: /Error: Runtime exited with error: exit status 0\.$/,
    },
    "exits with an error outside of its promise": {
        does: "setTimeout(() => { throw new Error('late'); }); return new Promise(() => undefined);",
        says: /Error: Runtime exited with error: exit status 1\.$/,
    },
    "eats memory": {
        does: "const all = []; for (;;) all.push(new Array(1e5).fill(all.length));",
        says: /Error: Runtime exited with error: signal: SIGABRT\.$/,
    },
    "disconnects from its caller": {
        does: "process.disconnect(); return event;",
        says: /Error: Runtime exited with error/,
    },
    "answers nothing": { does: "return;", says: /^Unrecognizable lambda output$/ },
    "answers a text": { does: "return 'flexai-manager';", says: /^Unrecognizable lambda output$/ },
    "answers a list": { does: "return [event];", says: /^Unrecognizable lambda output$/ },
    "answers without a response": { does: "return {};", says: /^Unrecognizable lambda output$/ },
    "answers a response that is a text": {
        does: "return { response: 'flexai-manager' };",
        says: /^Unrecognizable lambda output$/,
    },
    "answers claims in a list": {
        does: "const g = { claimsToAddOrOverride: ['flexai-manager'] }; return { response: { claimsAndScopeOverrideDetails: { idTokenGeneration: g } } };",
        says: /^Unrecognizable lambda output$/,
    },
    "answers what JSON cannot say": {
        does: "event.self = event; return event;",
        says: /^PreTokenGeneration failed with error Converting circular structure/,
    },
    "answers too much": {
        does: "return { response: null, text: 'a'.repeat(7e6) };",
        says: /^PreTokenGeneration failed with error Response payload size exceeded maximum/,
    },
    "throws more words than an address takes": {
        does: "throw new Error('a'.repeat(1e5));",
        says: /^PreTokenGeneration failed with error a{1000}\.$/,
    },
};

describe("npm start with a trigger that fails", () => {
    let provider: InProcess;
    const person = (username: string) => {
        const user = provider.users.find((one) => one.username === username);
        if (!user) throw new Error(`There is no user '${username}'.`);
        return user;
    };
    const start = async (trigger: Partial<TriggerFunction>) => {
        provider = await startInProcess({}, trigger);
        return discovered(provider.registration);
    };
    const signInOf = async (configuration: oidc.Configuration, username: string) =>
        (await signedIn(configuration, provider.registration, person(username))).url.searchParams;
    const rolesOf = async (configuration: oidc.Configuration, username: string) => {
        const tokens = await tokensOf(configuration, provider.registration, person(username));
        return tokens.claims()?.["https://flexai.de/roles"];
    };

    before(async function () {
        this.timeout(60_000);
        await registeredPool();
    });
    afterEach(() => provider.close());

    for (const [what, { does, says, options }] of Object.entries(faults)) {
        it(`denies the sign-in when it ${what}, and lets the next one in`, async () => {
            const configuration = await start({ ...(await faulty(does)), ...options });
            const answer = await signInOf(configuration, "no-role");
            expect(answer.get("code")).to.equal(null);
            expect(answer.get("error")).to.equal("invalid_request");
            expect(answer.get("error_description")).to.match(says);
            expect(answer.get("state")).to.be.a("string");
            expect(await rolesOf(configuration, "flexai-user")).to.deep.equal(["flexai-user"]);
        });
    }

    it("denies the sign-in when its text is none, again and again", async () => {
        const configuration = await start({ text: "exports.handler = (" });
        for (let i = 0; i < 2; i++) {
            const answer = await signInOf(configuration, "flexai-user");
            expect(answer.get("error_description")).to.match(
                /^PreTokenGeneration failed with error /,
            );
        }
    });

    it("denies the sign-in during which its process is killed, and lets the next one in", async () => {
        const configuration = await start(await faulty("return new Promise(() => undefined);"));
        const attempt = signInOf(configuration, "no-role");
        await new Promise((resolve) => setTimeout(resolve, 500));
        process.kill(provider.trigger.pid ?? 0, "SIGKILL");
        const answer = await attempt;
        expect(answer.get("error_description")).to.match(/exited with error: signal: SIGKILL\.$/);
        expect(await rolesOf(configuration, "flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("starts a new process when the one between two sign-ins is killed", async () => {
        const configuration = await start({});
        expect(await rolesOf(configuration, "flexai-user")).to.deep.equal(["flexai-user"]);
        const killed = provider.trigger.pid;
        process.kill(killed ?? 0, "SIGKILL");
        while (provider.trigger.pid === killed) await new Promise((done) => setTimeout(done, 10));
        expect(await rolesOf(configuration, "flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("leaves no process behind that hung", async () => {
        const configuration = await start({ ...(await faulty("for (;;);")), timeout: 1 });
        await signInOf(configuration, "flexai-user");
        const hung = provider.trigger.pid ?? 0;
        await signInOf(configuration, "no-role");
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(() => process.kill(hung, 0)).to.throw("ESRCH");
    });

    it("leaves no process behind when it is closed in the middle of an event", async () => {
        const configuration = await start(await faulty("for (;;);"));
        const attempt = signInOf(configuration, "no-role").catch(() => "cut off");
        await new Promise((resolve) => setTimeout(resolve, 500));
        const busy = provider.trigger.pid ?? 0;
        await provider.close();
        await attempt;
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(() => process.kill(busy, 0)).to.throw("ESRCH");
        await start({});
    });

    it("refuses a refresh when it fails then, and the refresh token works on", async () => {
        let fails =
            "if (!globalThis.failed) { globalThis.failed = true; throw new Error('once'); }";
        fails += "return registered(event, context);";
        const configuration = await start(await faulty(fails, true));
        const { registration } = provider;
        const tokens = await tokensOf(configuration, registration, person("no-role"));
        const refresh = () => oidc.refreshTokenGrant(configuration, tokens.refresh_token ?? "");
        const error = await refresh().catch((reason: unknown) => reason);
        expect(error).to.include({ status: 400, error: "invalid_request" });
        expect((await refresh()).claims()?.["https://flexai.de/roles"]).to.deep.equal([]);
    });

    it("keeps reserved claims, and lets suppression win over adding", async () => {
        const claims =
            "{ sub: 'x', aud: 'x', 'cognito:username': 'x', exp: 1, 'dev:a': 1, b: 1, c: 1 }";
        const generation = `{ claimsToAddOrOverride: ${claims}, claimsToSuppress: ['c', 'iss', 'email'] }`;
        const details = `{ idTokenGeneration: ${generation}, accessTokenGeneration: ${generation} }`;
        const configuration = await start(
            await faulty(`return { response: { claimsAndScopeOverrideDetails: ${details} } };`),
        );
        const { registration } = provider;
        const tokens = await tokensOf(configuration, registration, person("no-role"));
        const id = tokens.claims() ?? {};
        expect(id).to.include({ b: 1, sub: person("no-role").sub, aud: registration.clientId });
        expect(id).to.include({ "cognito:username": "no-role", iss: registration.issuer });
        expect(id).not.to.have.any.keys("c", "email", "dev:a");
    });

    it("shows the trigger no environment, and the time of UTC", async () => {
        const say =
            "throw new Error(Object.keys(process.env).filter((name) => !/^(NODE_CHANNEL|TZ)/.test(name)) + process.env.TZ)";
        const configuration = await start(await faulty(say));
        const answer = await signInOf(configuration, "no-role");
        expect(answer.get("error_description")).to.equal(
            "PreTokenGeneration failed with error :UTC.",
        );
    });
});
