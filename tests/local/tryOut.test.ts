import { expect } from "chai";

import { startTryOut, type TryOut, type TryOutOptions } from "../../local/tryOut";
import { ended } from "./support/processes";

describe("A try-out", function () {
    this.timeout(60_000);
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

    it("lets configured users in beside its own, under names of their own", async () => {
        const users = JSON.stringify([
            { username: "flexai-user", email: "a@example.com", roles: ["flexai-manager"] },
            { username: "ben", email: "b@example.com", roles: ["flexai-editor"], enabled: false },
        ]);
        const { page, users: all } = await start({ config: { users } });
        expect(
            all.map(({ username, groups, demonstration }) => [username, groups, demonstration]),
        ).to.deep.include.members([
            ["demo-flexai-user", ["flexai-user"], true],
            ["flexai-user", ["flexai-manager"], false],
            ["ben", ["flexai-editor"], false],
        ]);
        const text = await (await fetch(page)).text();
        expect(text).to.include("<code>demo-flexai-user</code>");
        expect(text, "somebody who is disabled").not.to.include("<code>ben</code>");
    });

    it("takes its ports anew after it has closed", async () => {
        const { page, close } = await start();
        const port = Number(new URL(page).port) - 1;
        await close();
        // Two neighbours that were free a moment ago.
        await (await start({ port })).close();
        await start({ port });
    });

    it("ends a trigger that is busy when it closes", async () => {
        const endless = "exports.handler = () => { for (;;); };";
        const { trigger, close } = await start({
            adapt: ({ trigger: registered }) => ({
                trigger: registered && { ...registered, text: endless, timeout: 60 },
            }),
        });
        const pid = trigger?.pid;
        if (pid === undefined) throw new Error("The trigger has no process.");
        const call = trigger?.invoke({}).catch(String);
        await close();
        await ended(pid);
        // By the end, that is, and not by its own time limit.
        expect(await call).to.match(/exited with error: signal: SIGKILL/);
    });
});
