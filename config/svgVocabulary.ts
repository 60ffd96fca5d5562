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
