import { expect } from "chai";

import type { TriggerFunction } from "../../local/program/registeredTrigger";
import { Browser } from "./support/browser";
import { faulty, FaultyProvider } from "./support/faultyTrigger";
import { useRegisteredPool } from "./support/hooks";
import { leadsTo, signedIn } from "./support/relyingParty";

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
    "never returns": {
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
    "returns nothing": { does: "return;", says: /^Unrecognizable lambda output$/ },
    "returns what JSON cannot say": {
        does: "event.self = event; return event;",
        says: /^PreTokenGeneration failed with error Converting circular structure/,
    },
    "returns too much": {
        does: "return { response: null, text: 'a'.repeat(7e6) };",
        says: /^PreTokenGeneration failed with error Response payload size exceeded maximum/,
    },
    "throws more words than an address may have": {
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
            const response = await faulted.signIn("no-role");
            expect(response.get("code")).to.equal(null);
            expect(response.get("error")).to.equal("invalid_request");
            expect(response.get("error_description")).to.match(says);
            expect(response.get("state")).to.be.a("string");
            expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
        });
    }

    it("has the beginning of a long error in the terminal", async () => {
        const message = "a".repeat(201);
        faulted = await FaultyProvider.start(await faulty(`throw new Error('${message}\\nb');`));
        await faulted.signIn("no-role");
        expect(faulted.provider.log).to.deep.equal([
            `The trigger (functions/preTokenGeneration.ts) failed: ${message.slice(1)}\n`,
        ]);
    });

    it("begins no session with a sign-in that it denied", async () => {
        faulted = await FaultyProvider.start(await faulty("throw new Error('no');"));
        const { configuration, provider } = faulted;
        const browser = new Browser();
        const { registration } = provider;
        await signedIn(configuration, registration, faulted.person("no-role"), { browser });
        expect(await leadsTo(browser, configuration, registration)).to.equal("/login");
    });

    it("denies the sign-in when its source code is not valid, again and again", async () => {
        faulted = await FaultyProvider.start({ code: "exports.handler = (" });
        for (let i = 0; i < 2; i++) {
            const response = await faulted.signIn("flexai-user");
            expect(response.get("error_description")).to.match(
                /^PreTokenGeneration failed with error /,
            );
        }
        expect(faulted.provider.log).to.deep.equal([
            "The trigger (functions/preTokenGeneration.ts) failed: Unexpected end of input\n",
        ]);
    });
});
