import { SaxesParser } from "saxes";

import { expandedCharacters, type SvgElement } from "./svgExpansion";
import { propertiesIn, refuse, SvgRefusal } from "./svgProperties";

const svg = "http://www.w3.org/2000/svg";

/** As many as a file may have, which Chromium draws within 20 seconds, whatever they are. */
const mostCharacters = 1_000_000;

/** Reading more takes over a second. */
const mostElements = 50_000;

/** Elements within each other; the parser takes longer by the square of them. */
const mostDeep = 100;

/**
 * Says what in an SVG file is not a plain drawing, by a list of what is. Whatever could run, load
 * something from elsewhere, be read in two ways or keep a browser busy is not in it.
 *
 * @returns What completes "the file ...", or `undefined` for a plain drawing
 */
export function svgProblem(source: string): string | undefined {
    try {
        const characters = expandedCharacters(drawingIn(source));
        if (characters <= mostCharacters) return undefined;
        if (characters === Infinity) return "has a reference that leads to itself or too deep";
        const found = characters.toLocaleString("en");
        return `has ${found} characters with its references and dashes written out, and 1,000,000 are accepted`;
    } catch (error) {
        if (error instanceof SvgRefusal) return error.message;
        throw error;
    }
}

/** Reads the elements, and ends at the first thing that is not drawing. */
function drawingIn(source: string): SvgElement {
    const parser = new SaxesParser({ xmlns: true });
    const root: SvgElement = { name: "", properties: [], letters: 0, children: [] };
    const open = [root];
    let count = 0;
    parser.on("error", ({ message }) => {
        refuse(`is not well-formed XML (${message})`);
    });
    parser.on("xmldecl", ({ encoding = "UTF-8" }) => {
        // A browser would read other elements than these out of the same bytes.
        if (!/^utf-8$/i.test(encoding)) refuse(`has the encoding ${encoding}, not UTF-8`);
    });
    parser.on("doctype", () => {
        refuse("has a document type, which could define entities");
    });
    parser.on("processinginstruction", ({ target }) => {
        refuse(`has the processing instruction <?${target}?>`);
    });
    parser.on("comment", (comment) => {
        // With no other < than those of elements, HTML finds no element that XML does not.
        if (comment.includes("<")) refuse("has a comment with <, where HTML may find an element");
    });
    parser.on("cdata", () => {
        refuse("has a CDATA section, where HTML may find an element");
    });
    parser.on("opentag", ({ name, local, uri, attributes: given }) => {
        if (open.length === 1 && (local !== "svg" || uri !== svg)) refuse("is not an SVG image");
        if (open.length > mostDeep) refuse(`has elements more than ${String(mostDeep)} deep`);
        if ((count += 1) > mostElements) refuse("has more than 50,000 elements");
        if (uri !== svg || !elements.has(local)) refuse(`has the element <${name}>`);
        const properties = Object.values(given).flatMap(propertiesIn);
        const element: SvgElement = { name: local, properties, letters: 0, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
    });
    parser.on("text", (text) => {
        const element = open.at(-1);
        if (element) element.letters += text.replace(/\s+/g, "").length;
    });
    parser.on("closetag", () => open.pop());
    parser.write(source).close();
    return root;
}

/** Elements that draw, or that say how. */
const elements: ReadonlySet<string> = new Set([
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "svg",
    "symbol",
    "text",
    "title",
    "tspan",
    "use",
]);
