import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { nodeBinary, type NodeLine, nodeLines } from "../support/nodeBinary";

const script = join(__dirname, "support", "printUploadedCode.ts");

/** What deployments from this release of Node.js upload, as JSON: stack, path and content. */
function uploaded(line: NodeLine): string {
    return execFileSync(nodeBinary(line), ["-r", "ts-node/register", script], { encoding: "utf8" });
}

describe("The archive that Lambda receives", () => {
    it("is the same to the byte from every release of Node.js", () => {
        const [first = "", ...others] = nodeLines.map(uploaded);
        const files = JSON.parse(first) as readonly string[][];
        expect(files.map(([stack, path]) => [stack, path])).to.deep.equal([
            ["dev", "__index.js"],
            ["prod", "__index.js"],
        ]);
        expect(others).to.deep.equal([first, first]);
    });
});
