import { type SaxesAttributeNS, SaxesParser } from "saxes";

const svg = "http://www.w3.org/2000/svg";
const xlink = "http://www.w3.org/1999/xlink";
const xml = "http://www.w3.org/XML/1998/namespace";
const xmlns = "http://www.w3.org/2000/xmlns/";

/** What may stand before a bracket in a value: it computes a place or a color, and loads nothing. */
const functions = ["matrix", "rgb", "rgba", "rotate", "scale", "skewx", "skewy", "translate"];

/**
 * Says what in an SVG file is not drawing, by a list of what is. Whatever could run, load something
 * from elsewhere or be read in two ways is not in it.
 *
 * @returns What completes "the file ...", or `undefined` for a drawing
 */
export function svgProblem(source: string): string | undefined {
    const parser = new SaxesParser({ xmlns: true });
    let problem: string | undefined;
    let depth = 0;
    const refuse = (found: string | undefined) => {
        problem ??= found;
    };
    parser.on("error", ({ message }) => {
        refuse(`is not well-formed XML (${message.split("\n")[0] ?? ""})`);
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
    parser.on("opentag", ({ name, local, uri, attributes: given }) => {
        if (depth === 0 && (local !== "svg" || uri !== svg)) refuse("is not an SVG image");
        depth += 1;
        if (uri !== svg || !elements.has(local)) refuse(`has the element <${name}>`);
        for (const attribute of Object.values(given)) refuse(attributeProblem(attribute));
    });
    parser.on("closetag", () => {
        depth -= 1;
    });
    parser.write(source).close();
    return problem;
}

function attributeProblem({ name, local, uri, value }: SaxesAttributeNS): string | undefined {
    if (uri === xmlns) return undefined;
    const shown = `has the attribute ${name}`;
    if (local === "href" && (uri === "" || uri === xlink)) {
        return /^#[\w.:-]+$/.test(value) ? undefined : `${shown} that leads out of the file`;
    }
    if (uri === xml && local === "space") return undefined;
    if (uri !== "") return shown;
    if (local === "style") return styleProblem(value);
    if (!attributes.has(local) && !presentation.has(local)) return shown;
    return isPlain(value) ? undefined : `${shown} with a value that is not plain`;
}

/** Declarations of the same properties that are attributes, and in no other form. */
function styleProblem(style: string): string | undefined {
    for (const declaration of style.split(";")) {
        const [property = "", ...rest] = declaration.split(":");
        const name = property.trim();
        if (name === "" && rest.length === 0) continue;
        if (!presentation.has(name)) return `has a style with '${name}'`;
        if (!isPlain(rest.join(":"))) return `has a style whose ${name} is not plain`;
    }
    return undefined;
}

/**
 * Whether a value can only be what it looks like. Attributes of drawing are read as CSS, in which an
 * escape or a comment can hide a function, and a function can load what is elsewhere.
 */
function isPlain(value: string): boolean {
    const inFile = value.replace(/\burl\(\s*(['"]?)#[\w.:-]+\1\s*\)/g, "");
    if (/[\\@<>{}]|\/\*|:\/\//.test(inFile)) return false;
    return [...inFile.matchAll(/([^\s,()]*)\s*\(/g)].every(([, name = ""]) =>
        functions.includes(name.toLowerCase()),
    );
}

/** Elements that draw, or that say how. */
export const elements: ReadonlySet<string> = new Set([
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

/** Attributes of places, sizes and names. */
export const attributes: ReadonlySet<string> = new Set([
    ...["aria-hidden", "aria-label", "class", "id", "role", "version"],
    ...["cx", "cy", "d", "dx", "dy", "fr", "fx", "fy", "height", "points", "r", "rx", "ry"],
    ...["width", "x", "x1", "x2", "y", "y1", "y2", "viewBox", "preserveAspectRatio"],
    ...["clipPathUnits", "gradientTransform", "gradientUnits", "maskContentUnits", "maskUnits"],
    ...["offset", "pathLength", "patternContentUnits", "patternTransform", "patternUnits"],
    ...["lengthAdjust", "rotate", "spreadMethod", "textLength", "transform"],
]);

/** Properties of drawing, which are attributes or stand in `style`. */
export const presentation: ReadonlySet<string> = new Set([
    ...["clip-path", "clip-rule", "color", "color-interpolation", "display", "fill"],
    ...["fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-weight"],
    ...["letter-spacing", "mask", "opacity", "overflow", "paint-order", "shape-rendering"],
    ...["stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset"],
    ...["stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity"],
    ...["stroke-width", "text-anchor", "text-rendering", "vector-effect", "visibility"],
    "word-spacing",
]);
