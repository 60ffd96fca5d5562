import { expect } from "chai";

import { svgProblem } from "../../config/svg";

const problem = (content: string) =>
    svgProblem(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);

const tooMuch = '<path stroke-dasharray="1"/>'.repeat(40);

const counted = (content: string) => {
    const refusal = problem(content + tooMuch) ?? "";
    const [, count = ""] = /^has ([\d,]+) characters with its references/.exec(refusal) ?? [];
    return Number(count.replaceAll(",", ""));
};

/** The characters that a drawing counts as. */
const expanded = (content: string) => counted(content) - counted("");

describe("An SVG file with its references written out", () => {
    it("has at most 1,000,000 characters", () => {
        const own = "<svg/><text/></>".length;
        expect(problem(`<text>${"a".repeat(1_000_000 - own)}</text>`)).to.equal(undefined);
        expect(problem(`<text>${"a".repeat(1_000_001 - own)}</text>`)).to.equal(
            "has 1,000,001 characters with its references and dashes written out, and 1,000,000 are accepted",
        );
    });

    const pattern = '<pattern id="p"/>';
    const path = '<path id="a"/>';
    for (const [what, content, count] of [
        ["an element", "<path/>", 7],
        ["letters, without spaces", "<text>ab c\n</text>", 10],
        ["an attribute", '<path d="M0 0"/>', 16],
        ["a declaration of a style", '<path style="fill: red"/>', 19],
        ["what is used, each time", path + '<use href="#a"/>'.repeat(2), 14 + 2 * (16 + 14)],
        ["what is used of an element", '<g id="a"><path/></g><use href="#a"/>', 18 + 16 + 18],
        ["a mask", '<mask id="a"><path/></mask><path mask="url(#a)"/>', 21 + 22 + 21],
        ["a mask of a style", "<mask id='a'/><path style='mask:url( \"#a\" )'/>", 14 + 26 + 14],
        ["a clip path", '<clipPath id="a"/><path clip-path="url(#a)"/>', 18 + 27 + 18],
        ["a color, each time", `${pattern}<path fill="url(#p)" stroke="url(#p)"/>`, 17 + 39 + 34],
        ["an inherited color", `${pattern}<g fill="url(#p)"><path/></g>`, 17 + 26 + 2 * 17],
        [
            "a color that what is used inherits",
            `${pattern}${path}<use href="#a" fill="url(#p)"/>`,
            17 + 14 + 31 + 14 + 2 * 17,
        ],
        ["dashes as 50,000", '<path stroke-dasharray="1 1"/>', 30 + 50_000],
        ["dashes of a style", '<path style="stroke-dasharray:.5"/>', 29 + 50_000],
        ["inherited dashes", '<g stroke-dasharray="2"><path/></g>', 25 + 7 + 2 * 50_000],
        ["no dashes", '<path stroke-dasharray="none"/>', 31],
        ["dashes without a length", '<path stroke-dasharray="0"/>', 28],
        ["what has its own name for a color", '<path id="a" fill="url(#a)"/>', 29],
        ["the first of a name", `${path}<mask id="a"/><use href="#a"/>`, 14 + 14 + 16 + 14],
    ] as const) {
        it(`counts ${what}`, () => {
            expect(expanded(content)).to.equal(count);
        });
    }

    it("is refused at a kilobyte that uses itself a million times", () => {
        const levels = ["<path id='a0'/>"];
        for (let level = 1; level <= 6; level += 1) {
            const uses = `<use href="#a${String(level - 1)}"/>`.repeat(10);
            levels.push(`<g id="a${String(level)}">${uses}</g>`);
        }
        expect(problem(levels.slice(0, 4).join(""))).to.equal(undefined);
        expect(problem(levels.join(""))).to.match(/^has [\d,]{10} characters with its references/);
    });

    const endless = "has a reference that leads to itself or too deep";
    for (const content of [
        '<g id="a"><use href="#a"/></g>',
        '<mask id="a"><path mask="url(#a)"/></mask>',
        '<pattern id="a"><g fill="url(#b)"/></pattern><pattern id="b"><g fill="url(#a)"/></pattern>',
        '<linearGradient id="a" href="#a"/>',
    ]) {
        it(`is refused: ${content}`, () => {
            expect(problem(content)).to.equal(endless);
        });
    }

    it("has no chain of 15,000 references, in whatever order", () => {
        const link = (index: number) =>
            `<use id="a${String(index)}" href="#a${String(index + 1)}"/>`;
        const chain = Array.from({ length: 15_000 }, (_, index) => link(index));
        expect(problem(chain.slice(-200).join(""))).to.equal(undefined);
        expect(problem(chain.join(""))).to.equal(endless);
        expect(problem(chain.reverse().join(""))).to.match(/^has [\d,]{13} characters with/);
    });
});

describe("An SVG file", () => {
    it("has at most 100 elements within each other", () => {
        const nested = (count: number) => "<g>".repeat(count) + "</g>".repeat(count);
        expect(problem(nested(99))).to.equal(undefined);
        expect(problem(nested(100))).to.equal("has elements more than 100 deep");
    });

    it("has at most 50,000 elements, and is read no further", () => {
        expect(problem("<g/>".repeat(49_999))).to.equal(undefined);
        expect(problem("<g/>".repeat(50_000) + "<")).to.equal("has more than 50,000 elements");
    });

    it("has attributes of at most 200,000 characters", () => {
        const path = (length: number) => problem(`<path d="${"1".repeat(length)}"/>`);
        expect(path(200_000)).to.equal(undefined);
        expect(path(200_001)).to.equal("has the attribute d of more than 200,000 characters");
    });
});
