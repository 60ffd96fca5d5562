import { once } from "node:events";
import { connect } from "node:net";

import { expect } from "chai";

import { useReport } from "./support/hooks";
import { serverLives } from "./support/requests";
import { expectQuiet } from "./support/running";

describe("npm start, left in the middle of a request", () => {
    const report = useReport();

    it("says nothing, for nobody there did anything wrong", async () => {
        const { host, port, pathname } = new URL(report.tokenEndpoint);
        for (const [length, body] of [
            ["Content-Length: 100", "grant_type="],
            ["Transfer-Encoding: chunked", "3\r\nabc\r\n"],
            ["Transfer-Encoding: chunked", "zz\r\nabc\r\n"],
        ] as const) {
            const head = [
                `POST ${pathname} HTTP/1.1`,
                `Host: ${host}`,
                "Content-Type: application/x-www-form-urlencoded",
                // Answered as soon as the request is on its way to whoever reads the body.
                "Expect: 100-continue",
                length,
            ];
            const socket = connect(Number(port), "127.0.0.1");
            socket.write(`${head.join("\r\n")}\r\n\r\n`);
            const [response] = (await once(socket, "data")) as [Buffer];
            expect(response.toString()).to.match(/^HTTP\/1.1 100 /);
            socket.end(body);
            socket.destroySoon();
            await once(socket, "close");
            await serverLives(report);
        }
        expectQuiet();
    });
});
