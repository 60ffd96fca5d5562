import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { expect } from "chai";

import { until } from "../support/until";
import { faulty, FaultyProvider } from "./support/faultyTrigger";
import { ended } from "./support/processes";
import { useRegisteredPool } from "./support/hooks";

describe("The process of npm start's trigger", () => {
    const folder = mkdtempSync(join(tmpdir(), "trigger-"));
    const marker = join(folder, "called");
    /** What the trigger says of itself before it does anything else. */
    const called = `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "");`;
    let faulted: FaultyProvider;
    const pid = () => {
        const id = faulted.provider.trigger.pid;
        // Nobody else is to be killed: 0 would be this very process and all that it started.
        if (id === undefined) throw new Error("The trigger has no process.");
        return id;
    };

    useRegisteredPool();
    afterEach(async () => {
        rmSync(marker, { force: true });
        await faulted.close();
    });
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("denies the sign-in during which its process is killed, and lets the next one in", async () => {
        const hangs = await faulty(`${called} return new Promise(() => undefined);`);
        faulted = await FaultyProvider.start(hangs);
        const attempt = faulted.signIn("no-role");
        await until(() => existsSync(marker));
        process.kill(pid(), "SIGKILL");
        const response = await attempt;
        expect(response.get("error_description")).to.match(/exited with error: signal: SIGKILL\.$/);
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("starts a new process when the one between two sign-ins is killed", async () => {
        faulted = await FaultyProvider.start({});
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
        const killed = pid();
        process.kill(killed, "SIGKILL");
        await until(() => faulted.provider.trigger.pid !== killed);
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("handles one event at a time, and keeps its state from one to the next", async () => {
        faulted = await FaultyProvider.start({
            code: `let busy = 0, calls = 0;
                exports.handler = async () => {
                    busy++;
                    await new Promise((resolve) => setTimeout(resolve, 20));
                    return { busy: busy--, calls: ++calls };
                };`,
        });
        const { trigger } = faulted.provider;
        expect(await Promise.all([1, 2, 3].map(() => trigger.invoke({})))).to.deep.equal([
            { busy: 1, calls: 1 },
            { busy: 1, calls: 2 },
            { busy: 1, calls: 3 },
        ]);
    });

    it("lives on when the time for an event that it responded to is over", async () => {
        faulted = await FaultyProvider.start({ timeout: 1 });
        await faulted.signIn("flexai-user");
        const first = pid();
        await setTimeout(1200);
        expect(pid()).to.equal(first);
    });

    it("has five seconds, Cognito's patience, however long the function may run", async () => {
        const hangs = await faulty("return new Promise(() => undefined);");
        faulted = await FaultyProvider.start({ ...hangs, timeout: 60 });
        const start = performance.now();
        const response = await faulted.signIn("no-role");
        expect(response.get("error_description")).to.match(/timed out after 5\.00 seconds\.$/);
        expect((performance.now() - start) / 1000).to.be.within(5, 10);
    });

    it("responds to nothing once it is closed", async () => {
        faulted = await FaultyProvider.start({});
        const { trigger } = faulted.provider;
        trigger.close();
        const error = await trigger.invoke({}).catch((reason: unknown) => reason);
        expect(error).to.have.property("message", "The try-out has ended.");
    });

    it("leaves no process behind that hung", async () => {
        faulted = await FaultyProvider.start({ ...(await faulty("for (;;);")), timeout: 1 });
        await faulted.signIn("flexai-user");
        const hung = pid();
        await faulted.signIn("no-role");
        await ended(hung);
    });

    it("leaves no process behind when it is closed in the middle of an event", async () => {
        faulted = await FaultyProvider.start(await faulty(`${called} for (;;);`));
        const attempt = faulted.signIn("no-role").catch(() => "cut off");
        await until(() => existsSync(marker));
        const busy = pid();
        await faulted.close();
        await attempt;
        await ended(busy);
        faulted = await FaultyProvider.start({});
    });
});
