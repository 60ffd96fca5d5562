import { expect } from "chai";

import { listen } from "../../local/loopback";

describe("A port of the try-out", () => {
    it("lets requests wait until there is something to answer them", async () => {
        const server = await listen(0);
        const answer = fetch(`http://127.0.0.1:${String(server.port)}/`);
        const first = await Promise.race([
            answer.then(() => "answered"),
            new Promise((resolve) => setTimeout(resolve, 50, "waits")),
        ]);
        expect(first).to.equal("waits");
        server.serve(() => new Response("here"));
        expect(await (await answer).text()).to.equal("here");
        await server.close();
    });

    it("ends what waits when it closes", async () => {
        const server = await listen(0);
        const answer = fetch(`http://127.0.0.1:${String(server.port)}/`).catch(() => "ended");
        await new Promise((resolve) => setTimeout(resolve, 50));
        await server.close();
        expect(await answer).to.equal("ended");
    });
});
