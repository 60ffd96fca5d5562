import { expect } from "chai";

import { laidOut, listed, type Message } from "../../commandLine/message";

const command = { line: `pulumi config set --stack prod hostname ${"x".repeat(80)}` };
const before = `${"ten chars ".repeat(12)}end. Run:`;
const after = "Or ".repeat(30).trim();
const long: Message = [before, command, after];
const words = (lines: string) => lines.replace(/\s+/g, " ");

describe("A message", () => {
    it("keeps every word, and its lines to copy whole and alone", () => {
        const lines = laidOut(long).split("\n");
        expect(lines).to.include(`  ${command.line}`);
        expect(words(lines.join(" "))).to.equal(words([before, command.line, after].join(" ")));
    });

    it("fits 80 columns below what Pulumi writes before it, but for the lines to copy", () => {
        const lines = `    warning: ${laidOut(long).replaceAll("\n", "\n    ")}`.split("\n");
        const sentences = lines.filter((line) => !line.includes(command.line));
        expect(Math.max(...sentences.map(({ length }) => length))).to.be.within(70, 80);
        expect(lines[0]?.length).to.be.within(70, 80);
    });

    it("has what AWS says on several lines broken as its own words are", () => {
        expect(laidOut(["AWS says:\n\t* no\n"])).to.equal("AWS says: * no");
    });

    it("keeps a word whole that is longer than a line", () => {
        expect(laidOut([`See ${"x".repeat(90)} there`])).to.equal(`See\n${"x".repeat(90)}\nthere`);
    });
});

describe("A list of messages", () => {
    it("has each below its heading, the lines to copy farther in", () => {
        expect(listed("Refused:", [["One. Run:", { line: "ls" }, "Then:"], ["Two."]])).to.equal(
            "Refused:\n  - One. Run:\n      ls\n    Then:\n  - Two.",
        );
    });

    it("fits 80 columns with Pulumi's indentation, but for the lines to copy", () => {
        const lines = listed("Refused:", [long, long]).split("\n");
        const sentences = lines.filter((line) => !line.includes(command.line));
        expect(Math.max(...sentences.map(({ length }) => length))).to.be.within(66, 76);
    });
});
