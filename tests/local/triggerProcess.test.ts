import { expect } from "chai";

import { faulty, FaultyProvider } from "./support/faultyTrigger";
import { registeredPool } from "./support/inProcess";

describe("The process of npm start's trigger", () => {
    let faulted: FaultyProvider;

    before(async function () {
        this.timeout(60_000);
        await registeredPool();
    });
    afterEach(() => faulted.close());

    it("denies the sign-in during which its process is killed, and lets the next one in", async () => {
        faulted = await FaultyProvider.start(await faulty("return new Promise(() => undefined);"));
        const attempt = faulted.signIn("no-role");
        await new Promise((resolve) => setTimeout(resolve, 500));
        process.kill(faulted.provider.trigger.pid ?? 0, "SIGKILL");
        const answer = await attempt;
        expect(answer.get("error_description")).to.match(/exited with error: signal: SIGKILL\.$/);
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("starts a new process when the one between two sign-ins is killed", async () => {
        faulted = await FaultyProvider.start({});
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
        const killed = faulted.provider.trigger.pid;
        process.kill(killed ?? 0, "SIGKILL");
        while (faulted.provider.trigger.pid === killed)
            await new Promise((done) => setTimeout(done, 10));
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("leaves no process behind that hung", async () => {
        faulted = await FaultyProvider.start({ ...(await faulty("for (;;);")), timeout: 1 });
        await faulted.signIn("flexai-user");
        const hung = faulted.provider.trigger.pid ?? 0;
        await faulted.signIn("no-role");
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(() => process.kill(hung, 0)).to.throw("ESRCH");
    });

    it("leaves no process behind when it is closed in the middle of an event", async () => {
        faulted = await FaultyProvider.start(await faulty("for (;;);"));
        const attempt = faulted.signIn("no-role").catch(() => "cut off");
        await new Promise((resolve) => setTimeout(resolve, 500));
        const busy = faulted.provider.trigger.pid ?? 0;
        await faulted.close();
        await attempt;
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(() => process.kill(busy, 0)).to.throw("ESRCH");
        faulted = await FaultyProvider.start({});
    });
});
