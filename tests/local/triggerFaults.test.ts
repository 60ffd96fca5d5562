import { expect } from "chai";

import type { TriggerFunction } from "../../local/program/registeredTrigger";
import { details, faulty, FaultyProvider } from "./support/faultyTrigger";
import { Browser } from "./support/browser";
import { leadsTo, signedIn } from "./support/relyingParty";
import { useRegisteredPool } from "./support/hooks";

const unrecognizable = /^Unrecognizable lambda output$/;
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
    "answers nothing": { does: "return;", says: unrecognizable },
    "answers a text": { does: "return 'flexai-manager';", says: unrecognizable },
    "answers a list": { does: "return [event];", says: unrecognizable },
    "answers without a response": { does: "return {};", says: unrecognizable },
    "answers a response that is a text": {
        does: "return { response: 'flexai-manager' };",
        says: unrecognizable,
    },
    "answers claims in a list": {
        does: details("{ idTokenGeneration: { claimsToAddOrOverride: ['flexai-manager'] } }"),
        says: unrecognizable,
    },
    "answers a group that is no list": {
        does: details("{ groupOverrideDetails: { groupsToOverride: 'flexai-manager' } }"),
        says: unrecognizable,
    },
    "answers a group that is no text": {
        does: details("{ groupOverrideDetails: { groupsToOverride: [1] } }"),
        says: unrecognizable,
    },
    "answers a scope that is no list": {
        does: details("{ accessTokenGeneration: { scopesToAdd: 'admin' } }"),
        says: unrecognizable,
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
    let faulted: FaultyProvider;

    useRegisteredPool();
    afterEach(() => faulted.close());

    for (const [what, { does, says, options }] of Object.entries(faults)) {
        it(`denies the sign-in when it ${what}, and lets the next one in`, async () => {
            faulted = await FaultyProvider.start({ ...(await faulty(does)), ...options });
            const answer = await faulted.signIn("no-role");
            expect(answer.get("code")).to.equal(null);
            expect(answer.get("error")).to.equal("invalid_request");
            expect(answer.get("error_description")).to.match(says);
            expect(answer.get("state")).to.be.a("string");
            expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
        });
    }

    it("begins no session with a sign-in that it denied", async () => {
        faulted = await FaultyProvider.start(await faulty("throw new Error('no');"));
        const { configuration, provider } = faulted;
        const browser = new Browser();
        const { registration } = provider;
        await signedIn(configuration, registration, faulted.person("no-role"), { browser });
        expect(await leadsTo(browser, configuration, registration)).to.equal("/login");
    });

    it("denies the sign-in when its text is none, again and again", async () => {
        faulted = await FaultyProvider.start({ code: "exports.handler = (" });
        for (let i = 0; i < 2; i++) {
            const answer = await faulted.signIn("flexai-user");
            expect(answer.get("error_description")).to.match(
                /^PreTokenGeneration failed with error /,
            );
        }
    });
});
