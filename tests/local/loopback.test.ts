import { expect } from "chai";

import { listen } from "../../local/loopback";

describe("A port of the try-out", () => {
    it("lets requests wait until something responds to them", async () => {
        const server = await listen(0);
        const response = fetch(`http://127.0.0.1:${String(server.port)}/`);
        const first = await Promise.race([
            response.then(() => "responded"),
            new Promise((resolve) => setTimeout(resolve, 50, "waits")),
        ]);
        expect(first).to.equal("waits");
        server.serve(() => new Response("here"));
        expect(await (await response).text()).to.equal("here");
        await server.close();
    });

    it("ends what waits when it closes", async () => {
        const server = await listen(0);
        const response = fetch(`http://127.0.0.1:${String(server.port)}/`).catch(() => "ended");
        await new Promise((resolve) => setTimeout(resolve, 50));
        await server.close();
        expect(await response).to.equal("ended");
    });
});
