import { Writable } from "node:stream";

import { expect } from "chai";

import { Progress } from "../../doctor/progress";

describe("Doctor's progress", () => {
    const shown = (isTTY: boolean) => {
        let text = "";
        const stream = new Writable({
            write: (chunk: Buffer, _encoding, done) => {
                text += chunk.toString();
                done();
            },
        });
        const progress = new Progress(Object.assign(stream, { isTTY }), 2);
        progress.advance();
        progress.end();
        return text;
    };

    it("is one line of a terminal, wiped at the end", () => {
        expect(shown(true)).to.equal("\r0 of 2 checks done\r1 of 2 checks done\r\u001B[K");
    });

    it("is silent where there is no terminal", () => {
        expect(shown(false)).to.equal("");
    });
});
