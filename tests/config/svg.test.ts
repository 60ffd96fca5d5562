import { readFileSync } from "node:fs";

import { expect } from "chai";
import * as fc from "fast-check";

import { svgProblem } from "../../config/svg";

const root = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (content: string, attributes = "") => `<svg ${root} ${attributes}>${content}</svg>`;

/** What is not drawing, and what the refusal names. */
const hostile: readonly (readonly [source: string, problem: string])[] = [
    ["<script>alert(1)</script>", "has the element <script>"],
    ["<SCRIPT/>", "has the element <SCRIPT>"],
    ["<script/>", "has the element <script>"],
    ["<style>*{fill:red}</style>", "has the element <style>"],
    ["<foreignObject/>", "has the element <foreignObject>"],
    ['<image href="https://x.example/i.png"/>', "has the element <image>"],
    ['<a href="https://x.example"/>', "has the element <a>"],
    ['<animate attributeName="href" to="javascript:1"/>', "has the element <animate>"],
    ['<set attributeName="href" to="javascript:1"/>', "has the element <set>"],
    ["<animateTransform/>", "has the element <animateTransform>"],
    ["<handler/>", "has the element <handler>"],
    ["<filter/>", "has the element <filter>"],
    ["<feImage/>", "has the element <feImage>"],
    ["<metadata/>", "has the element <metadata>"],
    ['<p xmlns="http://www.w3.org/1999/xhtml"/>', "has the element <p>"],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "has the element <h:script>"],
    ['<h:path xmlns:h="http://www.w3.org/1999/xhtml"/>', "has the element <h:path>"],
    ['<path onload="alert(1)"/>', "has the attribute onload"],
    ['<path ONLOAD="alert(1)"/>', "has the attribute ONLOAD"],
    ['<path dominant-baseline="middle"/>', "has the attribute dominant-baseline"],
    ['<path data-x="1"/>', "has the attribute data-x"],
    ['<path xml:base="https://x.example/"/>', "has the attribute xml:base"],
    ['<g xmlns:e="urn:e" e:x="1"/>', "has the attribute e:x"],
    ['<use href="https://x.example/#a"/>', "has the attribute href that leads out of the file"],
    ['<use href="x.svg#a"/>', "has the attribute href that leads out of the file"],
    ['<use href=""/>', "has the attribute href that leads out of the file"],
    [
        '<use xlink:href="//x.example#a"/>',
        "has the attribute xlink:href that leads out of the file",
    ],
    ['<use xlink:href=" #a"/>', "has the attribute xlink:href that leads out of the file"],
    [
        '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
        "has the attribute href that leads out of the file",
    ],
    ['<use href="java&#115;cript:alert(1)"/>', "has the attribute href that leads out of the file"],
    [
        '<path fill="url(https://x.example/#a)"/>',
        "has the attribute fill with a value that is not plain",
    ],
    ['<path fill="url( x.svg#a )"/>', "has the attribute fill with a value that is not plain"],
    ['<path fill="URL(#a)"/>', "has the attribute fill with a value that is not plain"],
    ['<path fill="u\\72l(x)"/>', "has the attribute fill with a value that is not plain"],
    ['<path fill="ur/**/l(x)"/>', "has the attribute fill with a value that is not plain"],
    ['<path fill="&#117;rl(x)"/>', "has the attribute fill with a value that is not plain"],
    ['<path mask="image-set(a 1x)"/>', "has the attribute mask with a value that is not plain"],
    ['<path fill="var(--x)"/>', "has the attribute fill with a value that is not plain"],
    ['<path fill="url(#a) url(x)"/>', "has the attribute fill with a value that is not plain"],
    ['<path fill="url(#a"/>', "has the attribute fill with a value that is not plain"],
    ['<path style="fill: url(x)"/>', "has a style whose fill is not plain"],
    ['<path style="fill: red; background: url(x)"/>', "has a style with 'background'"],
    ['<path style="behavior: url(x)"/>', "has a style with 'behavior'"],
    ['<path style="--x: 1"/>', "has a style with '--x'"],
    ['<path style="fill: u\\72l(x)"/>', "has a style whose fill is not plain"],
    ['<path style="@import x"/>', "has a style with '@import x'"],
    ["<?xml-stylesheet href='x.css'?>", "has the processing instruction <?xml-stylesheet?>"],
    ["<!--><script/>-->", "has a comment with <, where HTML may find an element"],
    ["<!-- <path/> -->", "has a comment with <, where HTML may find an element"],
    ["<![CDATA[a]]>", "has a CDATA section, where HTML may find an element"],
    [`<g ${"x".repeat(200)}="1"/>`, `has the attribute ${"x".repeat(82)}`],
    ['<path style="\u202e: 1"/>', "has a style with '\\u{202E}'"],
];

describe("An SVG file", () => {
    it("is accepted with every kind of drawing", () => {
        const logo = readFileSync("tests/support/brand/logo.svg", "utf8");
        expect(svgProblem(logo)).to.equal(undefined);
        for (const content of [
            "",
            "<!-- drawn > by hand -> -->",
            "<g><path d='M0 0h1' fill='url(#a)'/></g>",
            "<use href='#a'/><use xlink:href='#a'/>",
            "<path fill=\"url('#a')\" transform='translate(1, 2) rotate(3)'/>",
            "<path style='fill:rgb(1,2,3);stroke:url(#a)'/>",
            "<text xml:space='preserve'>1 &lt; 2 <tspan>&#228;</tspan></text>",
        ]) {
            expect(svgProblem(svg(content)), content).to.equal(undefined);
            for (const xml of ['version="1.0"', 'version="1.0" encoding="utf-8"']) {
                expect(svgProblem(`\ufeff<?xml ${xml}?>\n${svg(content)}`)).to.equal(undefined);
            }
        }
    });

    for (const [content, problem] of hostile) {
        it(`is refused with ${content}`, () => {
            expect(svgProblem(svg(content))).to.equal(problem);
        });
    }

    for (const [source, problem] of [
        [
            // In GBK, the letter and the bracket after it are one letter, so the section goes on.
            '<?xml version="1.0" encoding="GBK"?>' +
                svg("<text><![CDATA[\u597d]]></text><!-- ]]></text><script/> -->"),
            "has the encoding GBK, not UTF-8",
        ],
        ['<!DOCTYPE svg [<!ENTITY x "y">]>' + svg("&x;"), "has a document type"],
        ["<!DOCTYPE svg>" + svg(""), "has a document type"],
        [svg("&x;"), "is not well-formed XML"],
        [svg("<path>"), "is not well-formed XML"],
        [svg('<path d="a" d="b"/>'), "is not well-formed XML"],
        [svg("") + svg(""), "is not well-formed XML"],
        [svg("").slice(0, -1), "is not well-formed XML"],
        ["", "is not well-formed XML"],
        ["not XML", "is not well-formed XML"],
        ["<svg/>", "is not an SVG image"],
        ['<html xmlns="http://www.w3.org/1999/xhtml"/>', "is not an SVG image"],
        [`<g ${root}/>`, "is not an SVG image"],
        [svg("", 'onload="alert(1)"'), "has the attribute onload"],
    ] as const) {
        it(`is refused when it is ${JSON.stringify(source)}`, () => {
            expect(svgProblem(source)).to.match(new RegExp(`^${problem}`));
        });
    }
});

const drawings = fc.letrec<{ drawing: string }>((tie) => ({
    drawing: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom(
            '<path id="b" d="M0 0" fill="#fff"/>',
            '<rect x="1" style="fill:url(#c);opacity:.5"/>',
            '<use href="#b"/>',
            "<text>a</text>",
        ),
        fc
            .tuple(fc.constantFrom("g", "defs", "mask", "symbol"), fc.array(tie("drawing")))
            .map(([name, inner]) => `<${name} id="a">${inner.join("")}</${name}>`),
    ),
})).drawing;

describe("Any drawing", () => {
    it("is accepted, and is refused as soon as anything else is in it, wherever", () => {
        fc.assert(
            fc.property(
                fc.array(drawings),
                fc.constantFrom(...hostile),
                fc.nat(),
                (parts, [bad, problem], at) => {
                    const clean = svg(parts.join(""));
                    expect(svgProblem(clean)).to.equal(undefined);
                    const places = [...clean.matchAll(/>(?=<)/g)].map(({ index }) => index + 1);
                    const place = places[at % places.length] ?? 0;
                    const mixed = clean.slice(0, place) + bad + clean.slice(place);
                    expect(svgProblem(mixed)).to.equal(problem);
                },
            ),
        );
    });

    it("has no attribute whose value could load something, whatever it is made of", () => {
        const words = fc.constantFrom(
            ...["url(", "URL (", "#a", ")", "javascript:", "https://x", "&#58;", "&#117;rl("],
            ...["\\", "/*", "*/", ";", ":", " ", ",", "data:", "fill", "mask", "image(", "rgb("],
            "1",
        );
        const names = fc.constantFrom("fill", "style", "mask", "d", "id", "href", "xlink:href");
        let accepted = 0;
        fc.assert(
            fc.property(names, fc.array(words, { maxLength: 8 }), (name, parts) => {
                const value = parts.join("");
                if (svgProblem(svg(`<path ${name}="${value}"/>`)) !== undefined) return;
                accepted += 1;
                const meant = value.replaceAll("&#58;", ":").replaceAll("&#117;", "u");
                const inFile = meant.replaceAll(/url\( *#[\w.:-]+ *\)/g, "");
                expect(inFile).not.to.match(/url *\(|image\(|\\|:\/\/|\/\*/i);
                if (name.endsWith("href")) expect(value).to.match(/^#/);
            }),
            { numRuns: 5000 },
        );
        expect(accepted).to.be.greaterThan(200);
    });
});
