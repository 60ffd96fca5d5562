import { once } from "node:events";
import { createServer, type Server } from "node:net";

import { expect } from "chai";

import { explain } from "../../local/explain";
import { isTaken, listen } from "../../local/loopback";
import { readOptions } from "../../local/options";
import { startTryOut } from "../../local/tryOut";
import { freePort, listens } from "../support/ports";

describe("The ports of npm start", () => {
    const servers: Server[] = [];
    const occupy = async (port: number, host: string) => {
        const server = createServer().listen(port, host);
        servers.push(server);
        await once(server, "listening");
    };
    const refusalOf = (args: readonly string[]) => {
        const options = readOptions(args, {});
        return startTryOut(options).then(
            async ({ close }) => {
                await close();
                return "It started.";
            },
            (error: unknown) => explain(error, options),
        );
    };
    afterEach(() => {
        for (const server of servers.splice(0)) server.close();
    });

    it("are refused when the one that was asked for is taken, with one that is free", async () => {
        const port = await freePort();
        await occupy(port, "127.0.0.1");
        const args = ["--stack", "prod", "--config", "users=[{password: hunter2}]"];
        const refusal = await refusalOf(["--port", String(port), ...args]);
        const [, taken, free] =
            /^Port (\d+) is taken\. Run, with your other --config options:\n {2}npm start -- --stack prod --port (\d+)$/.exec(
                refusal,
            ) ?? [];
        expect(taken, refusal).to.equal(String(port));
        expect(free).not.to.equal(taken);
        expect(await listens(Number(free))).to.equal(false);
    });

    it("are refused when the one that was asked for is taken at the other address of loopback", async () => {
        const port = await freePort();
        await occupy(port, "::1");
        const error: unknown = await listen(port).catch((reason: unknown) => reason);
        expect(isTaken(error)).to.equal(true);
    });

    it("are refused when the one after the port that was asked for is taken", async () => {
        const port = await freePort();
        await occupy(port + 1, "127.0.0.1");
        const refusal = await refusalOf(["--port", String(port)]);
        expect(refusal).to.match(
            /^Port \d+ is taken, which the page needs: the one after --port\.\nRun:\n {2}npm start -- --port \d+$/,
        );
        expect(refusal).to.contain(`Port ${String(port + 1)} is taken`);
    });

    it("are the next two that are free when the default is taken, which is said", async () => {
        // Another program that has it already is as good.
        if (!(await listens(8400))) await occupy(8400, "127.0.0.1");
        const { page, outputs, notices, close } = await startTryOut({
            stack: "dev",
            port: undefined,
            config: {},
        });
        await close();
        const [provider = 0, own = 0] = [outputs.issuer, page].map((url) =>
            Number(new URL(url).port),
        );
        expect(provider).to.be.greaterThan(8401);
        expect(notices).to.deep.equal([
            `Port 8400 or the next is taken, so this uses ${String(provider)} and ${String(own)}.`,
        ]);
    });
});
