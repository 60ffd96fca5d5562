import { imageHeader } from "../../config/imageKind";
import { svgProblem } from "../../config/svg";
import { icoOf, jpegOf, png, pngOf, webpOf } from "./images";

const root = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">';
const inside = (before: string, after: string) => [root + before, `${after}</svg>`] as const;

/** Of an SVG file: what it begins with, what is repeated in it, and what it ends with. */
const drawings: Readonly<
    Record<string, readonly [readonly [string, string], string | ((index: number) => string)]>
> = {
    groups: [inside("", ""), "<g/>"],
    "groups within each other": [inside("", ""), "<g>"],
    "ends of groups": [inside("", ""), "</g>"],
    "groups that declare a namespace": [
        inside("", ""),
        (index) => `<g xmlns:a${String(index)}="a"/>`,
    ],
    namespaces: [inside("<g ", "/>"), (index) => `xmlns:a${String(index)}="a" `],
    attributes: [inside("<g ", "/>"), (index) => `a${String(index)}="a" `],
    "one name": [inside("<", "/>"), "a"],
    digits: [inside('<path d="', '"/>'), "1-2"],
    "spaces in a value": [inside('<path d="', '"/>'), " "],
    "line breaks in a value": [inside('<path d="', '"/>'), "\r"],
    brackets: [inside('<path d="', '"/>'), "("],
    functions: [inside('<path transform="', '"/>'), "rotate(1) "],
    "references in a value": [inside('<path fill="', '"/>'), "url(#a)"],
    "the beginning of a reference": [inside('<path fill="', '"/>'), "url(#a"],
    "a long reference": [inside('<path fill="url(#', '"/>'), "a"],
    "spaces in a reference": [inside('<path fill="url(', '"/>'), " "],
    declarations: [inside('<path style="', '"/>'), "fill:red;"],
    "colons of a style": [inside('<path style="fill', '"/>'), ":"],
    dashes: [inside('<path stroke-dasharray="', '"/>'), "1,"],
    "patterns of dashes": [inside('<path style="', '"/>'), "stroke-dasharray:1;"],
    ids: [inside("", ""), (index) => `<g id="a${String(index)}"/><use href="#a${String(index)}"/>`],
    "a chain of references": [
        inside("", ""),
        (index) => `<use id="a${String(index)}" href="#a${String(index + 1)}"/>`,
    ],
    "one id": [inside("", ""), '<g id="a"/><use href="#a"/>'],
    letters: [inside("<text>", "</text>"), "a "],
    "characters by number": [inside("<text>", "</text>"), "&#97;"],
    "one number": [inside("<text>&#x", "41;</text>"), "0"],
    "numbers in a value": [inside('<path d="', '"/>'), "&#49;"],
    comments: [inside("", ""), "<!-- - -->"],
    "one comment": [inside("<!--", "-->"), "- "],
    "brackets of CDATA": [inside("<![CDATA[", "]]>"), "]"],
    "an instruction": [inside("<?a ", "?>"), "?"],
    "a document type": [["<!DOCTYPE a [", `]>${root}</svg>`], "<!a '>'"],
    "no declaration at all": [inside("<!", ""), "a"],
    "what is no XML": [inside("", ""), "<<"],
};

const repeated = (unit: string | ((index: number) => string), bytes: number) => {
    if (typeof unit === "string") return unit.repeat(bytes / unit.length);
    return Array.from({ length: bytes / unit(10_000).length }, (_, index) => unit(index)).join("");
};

/** Images of about that size, made to take long to check, of every kind of input that is read. */
export const hostileImages: Readonly<Record<string, (bytes: number) => Buffer>> = {
    ...Object.fromEntries(
        Object.entries(drawings).map(([what, [[before, after], unit]]) => [
            `an SVG of ${what}`,
            (bytes: number) =>
                Buffer.from(before + repeated(unit, bytes - before.length - after.length) + after),
        ]),
    ),
    "a PNG of pixels": (bytes) => Buffer.concat([png, Buffer.alloc(bytes - png.length)]),
    "a PNG of chunks": (bytes) => pngOf([1, 1], (bytes - 100) / 38),
    "a JPEG of scans": (bytes) => jpegOf([1, 1], (bytes - 100) / 16),
    "a JPEG of bytes before a marker": (bytes) =>
        Buffer.concat([jpegOf([1, 1]).subarray(0, -3), Buffer.alloc(bytes - 100, 0xff)]),
    "a WEBP of chunks": (bytes) => webpOf([1, 1], (bytes - 100) / 26),
    "an ICO of icons": (bytes) =>
        icoOf(...Array.from({ length: (bytes - 100) / 28 }, () => [1, 1] as const)),
};

/** Milliseconds of the processor that checking an image takes. */
export function millisecondsToCheck(image: Buffer): number {
    const before = process.cpuUsage();
    if (imageHeader(image)?.kind === "SVG") svgProblem(image.toString());
    image.toString("base64");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
}
