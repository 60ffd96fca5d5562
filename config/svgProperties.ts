import type { SaxesAttributeNS } from "saxes";

import { escapeInvisible } from "./names";

const xlink = "http://www.w3.org/1999/xlink";
const xml = "http://www.w3.org/XML/1998/namespace";
const xmlns = "http://www.w3.org/2000/xmlns/";

/** Characters of a value; Chromium takes longer by the square to fill a longer path. */
const longestValue = 200_000;

/** Why an SVG file is refused, which completes "the file ...". */
export class SvgRefusal extends Error {}

/**
 * Refuses an SVG file.
 *
 * @throws {SvgRefusal} Always; it ends at a length that can be read
 */
export function refuse(found: string): never {
    throw new SvgRefusal(escapeInvisible(found.slice(0, 100)));
}

/**
 * Reads what an attribute says about drawing: a name and a plain value, or with `style` several.
 *
 * @throws {SvgRefusal} Naming what is none of the properties, or could be more than a plain value
 */
export function propertiesIn({ name, local, uri, value }: SaxesAttributeNS): [string, string][] {
    if (uri === xmlns) return [];
    const shown = `has the attribute ${name}`;
    if (value.length > longestValue) {
        refuse(`${shown} of more than ${longestValue.toLocaleString("en")} characters`);
    }
    if (local === "href" && (uri === "" || uri === xlink)) {
        if (!/^#[\w.:-]+$/.test(value)) refuse(`${shown} that leads out of the file`);
        return [[local, value]];
    }
    if (uri === xml && local === "space") return [];
    if (uri !== "") refuse(shown);
    if (local === "style") return declarationsIn(value);
    if (!attributes.has(local) && !presentation.has(local)) refuse(shown);
    if (!isPlain(value)) refuse(`${shown} with a value that is not plain`);
    return [[local, value]];
}

/** Declarations of the same properties that are attributes, and in no other form. */
function declarationsIn(style: string): [string, string][] {
    return style.split(";").flatMap((declaration) => {
        const [property = "", ...rest] = declaration.split(":");
        const name = property.trim();
        const value = rest.join(":");
        if (name === "" && rest.length === 0) return [];
        if (!presentation.has(name)) refuse(`has a style with '${name}'`);
        if (!isPlain(value)) refuse(`has a style whose ${name} is not plain`);
        return [[name, value]];
    });
}

/** What may stand before a bracket in a value: it computes a place or a color, and loads nothing. */
const functions = ["matrix", "rgb", "rgba", "rotate", "scale", "skewx", "skewy", "translate"];

/**
 * Whether a value can only be what it looks like. Attributes of drawing are read as CSS, in which an
 * escape or a comment can hide a function, and a function can load what is elsewhere.
 */
function isPlain(value: string): boolean {
    const inFile = value.replace(/\burl\(\s*(['"]?)#[\w.:-]+\1\s*\)/g, "");
    if (/[\\@<>{}]|\/\*|:\/\//.test(inFile)) return false;
    // Not by an expression, which would begin again at every character of a long value.
    const before = inFile.split("(").slice(0, -1);
    return before.every((part) => {
        const name =
            part
                .trimEnd()
                .split(/[\s,)]/)
                .at(-1) ?? "";
        return functions.includes(name.toLowerCase());
    });
}

/** Attributes of places, sizes and names. */
const attributes: ReadonlySet<string> = new Set([
    ...["aria-hidden", "aria-label", "class", "id", "role", "version"],
    ...["cx", "cy", "d", "dx", "dy", "fr", "fx", "fy", "height", "points", "r", "rx", "ry"],
    ...["width", "x", "x1", "x2", "y", "y1", "y2", "viewBox", "preserveAspectRatio"],
    ...["clipPathUnits", "gradientTransform", "gradientUnits", "maskContentUnits", "maskUnits"],
    ...["offset", "pathLength", "patternContentUnits", "patternTransform", "patternUnits"],
    ...["lengthAdjust", "rotate", "spreadMethod", "textLength", "transform"],
]);

/** Properties of drawing, which are attributes or stand in `style`. */
const presentation: ReadonlySet<string> = new Set([
    ...["clip-path", "clip-rule", "color", "color-interpolation", "display", "fill"],
    ...["fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-weight"],
    ...["letter-spacing", "mask", "opacity", "overflow", "paint-order", "shape-rendering"],
    ...["stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset"],
    ...["stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity"],
    ...["stroke-width", "text-anchor", "text-rendering", "vector-effect", "visibility"],
    "word-spacing",
]);
