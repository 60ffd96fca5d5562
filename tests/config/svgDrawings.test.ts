import { expect } from "chai";

import { svgProblem } from "../../config/svg";

const problem = (content: string) =>
    svgProblem(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);

/** The shapes that a file counts as, rounded up, beyond those of a file that counts as too many. */
function shapes(content: string): number {
    const counted = (more: string) => {
        const refusal = problem(`${more}<text>${"a".repeat(20_000)}</text>`) ?? "";
        const [, count = ""] = /^is as much to draw as ([\d,]+) shapes/.exec(refusal) ?? [];
        return Number(count.replaceAll(",", ""));
    };
    return counted(content) - counted("");
}

describe("What an SVG file draws", () => {
    it("is at most 20,000 shapes", () => {
        expect(problem(`<text>${"a".repeat(19_997)}</text>`)).to.equal(undefined);
        expect(problem(`<text>${"a".repeat(19_998)}</text>`)).to.equal(
            "is as much to draw as 20,001 shapes where 20,000 are accepted",
        );
    });

    it("is at most 20,000 elements, which are read no further", () => {
        expect(problem("<g/>".repeat(19_998))).to.equal(undefined);
        expect(problem("<g/>".repeat(20_000) + "<")).to.equal("has more than 20,000 elements");
    });

    const path = (characters: number) => `<path d="${"1".repeat(characters)}"/>`;
    for (const [what, content, count] of [
        ["a shape", "<path/>", 1],
        ["letters, without spaces", "<text>ab c\n</text>", 4],
        ["200 characters of a path", path(400), 3],
        ["a pattern", "<pattern/>", 200],
        ["what is used, each time", '<g id="a"><path/></g><use href="#a"/><use href="#a"/>', 9],
        ["a mask", '<mask id="a"><path/></mask><path mask="url(#a)"/>', 6],
        ["a mask of a style", "<mask id='a'/><path style='mask: url( \"#a\" )'/>", 4],
        ["a clip path", '<clipPath id="a"><path/></clipPath><path clip-path="url(#a)"/>', 6],
        ["a gradient", '<linearGradient id="a"><stop/></linearGradient><path fill="url(#a)"/>', 6],
        [
            "a pattern that is inherited",
            '<pattern id="a"/><g fill="url(#a)"><path/><path/></g>',
            804,
        ],
        [
            "one that what is used inherits",
            '<pattern id="a"/><path id="b"/><use href="#b" stroke="url(#a)"/>',
            604,
        ],
        ["a long line with a stroke", `<g stroke="red">${path(8000)}</g>`, 123],
        ["a long line without one", `<g stroke="none">${path(8000)}</g>`, 43],
        ["dashes", '<path stroke-dasharray="1 1" d="M0 0h2000"/>', 252],
        ["dashes of a style", '<path style="stroke-dasharray: 1px, 1" d="M0 0h-2e3"/>', 252],
        ["dashes of a circle", '<circle stroke-dasharray=".5" r="100"/>', 396],
        ["dashes that are inherited", '<g stroke-dasharray="2"><line x2="2000"/></g>', 253],
        ["no dashes", '<path stroke-dasharray="none" d="M0 0h2000"/>', 2],
        ["dashes without a length", '<path stroke-dasharray="0" d="M0 0h2000"/>', 2],
        ["what has its own name for a color", '<path id="a" fill="url(#a)"/>', 2],
        ["the first of a name", '<path id="a"/><pattern id="a"/><path fill="url(#a)"/>', 203],
    ] as const) {
        it(`counts ${what}`, () => {
            expect(shapes(content)).to.equal(count);
        });
    }

    it("is refused at a kilobyte that uses itself a million times", () => {
        const levels = ["<path id='a0'/>"];
        for (let level = 1; level <= 6; level += 1) {
            const uses = `<use href="#a${String(level - 1)}"/>`.repeat(10);
            levels.push(`<g id="a${String(level)}">${uses}</g>`);
        }
        expect(problem(levels.slice(0, 4).join(""))).to.equal(undefined);
        expect(problem(levels.join(""))).to.match(/^is as much to draw as [\d,]{9} shapes/);
    });

    const endless =
        "is endless to draw: references lead to themselves or more than 100 deep, or dashes have no limit";
    for (const content of [
        '<g id="a"><use href="#a"/></g>',
        '<mask id="a"><path mask="url(#a)"/></mask>',
        '<pattern id="a"><g fill="url(#b)"/></pattern><pattern id="b"><g fill="url(#a)"/></pattern>',
        '<linearGradient id="a" href="#a"/>',
        '<g stroke-dasharray="1%"><path d="M0 0h1"/></g>',
        '<g stroke-dasharray="1"><rect width="1%"/></g>',
        '<g stroke-dasharray="1"><rect width="1em"/></g>',
        '<g stroke-dasharray="1"><path d="M0 0q1 1 2 0t1 1"/></g>',
        '<g stroke-dasharray="1"><path vector-effect="non-scaling-stroke"/></g>',
        '<g stroke-dasharray="1"><text>a</text></g>',
    ]) {
        it(`is refused: ${content}`, () => {
            expect(problem(content)).to.equal(endless);
        });
    }

    it("is no more than 100 elements deep, in the file or where references lead", () => {
        const nested = (count: number) => "<g>".repeat(count) + "</g>".repeat(count);
        expect(problem(nested(99))).to.equal(undefined);
        expect(problem(nested(100))).to.equal("has elements more than 100 deep");
        const chain = (count: number) =>
            Array.from(
                { length: count },
                (_, index) => `<use id="a${String(index)}" href="#a${String(index + 1)}"/>`,
            );
        expect(problem(chain(99).join(""))).to.equal(undefined);
        expect(problem(chain(100).join(""))).to.equal(endless);
        expect(problem(chain(100).reverse().join(""))).to.equal(endless);
        expect(problem(chain(15_000).join(""))).to.equal(endless);
    });
});
