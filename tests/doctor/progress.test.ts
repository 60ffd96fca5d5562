import { Writable } from "node:stream";

import { expect } from "chai";

import { Progress } from "../../doctor/progress";

describe("Doctor's progress", () => {
    const now = Date.now;
    afterEach(() => {
        Date.now = now;
    });
    const shown = async (isTTY: boolean) => {
        let text = "";
        Date.now = () => 0;
        const stream = new Writable({
            write: (chunk: Buffer, _encoding, done) => {
                text += chunk.toString();
                done();
            },
        });
        const progress = new Progress(Object.assign(stream, { isTTY }), 50);
        Date.now = () => 2600;
        progress.show("asking");
        progress.show("checking");
        await new Promise((resolve) => setTimeout(resolve, 80));
        progress.end();
        const atEnd = text;
        await new Promise((resolve) => setTimeout(resolve, 80));
        expect(text).to.equal(atEnd);
        return text;
    };

    it("is one line of a terminal, with the seconds of a wait, cleared at the end", async () => {
        expect(await shown(true)).to.match(
            /^\rasking\u001B\[K\rchecking\u001B\[K(\rchecking, 3 s\u001B\[K)+\r\u001B\[K$/,
        );
    });

    it("is a line after each wait where there is no terminal", async () => {
        expect(await shown(false)).to.match(/^(checking, 3 s\n)+$/);
    });
});
