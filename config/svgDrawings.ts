/** An element of an SVG file, as far as it says what is drawn. */
export interface SvgElement {
    readonly name: string;
    /** Attributes and the declarations of `style`. */
    readonly properties: readonly (readonly [name: string, value: string])[];
    /** Letters that are its own, without spaces. */
    letters: number;
    readonly children: SvgElement[];
}

/** Elements within each other that are accepted, in the file or where references lead. */
export const mostDeep = 100;

/** What an element makes a browser draw, together with all that is in it and that it refers to. */
interface Drawn {
    /** In shapes. */
    readonly count: number;
    /** Elements that inherit from it. */
    readonly elements: number;
    /** Characters of each element, squared. */
    readonly characters: number;
    /** Length of each element's lines, squared. */
    readonly length: number;
    readonly depth: number;
}

const endless: Drawn = {
    count: Infinity,
    elements: Infinity,
    characters: Infinity,
    length: Infinity,
    depth: Infinity,
};

/**
 * Counts what a file makes a browser draw once every reference is written out: ten groups, each of
 * which refers to the next ten times, are ten billion shapes. What takes a browser as long as a shape
 * counts as one, by measuring Chromium.
 *
 * @returns Shapes; `Infinity` for what refers to itself or leads deeper than is accepted
 */
export function drawings(root: SvgElement): number {
    const targets = new Map<string, SvgElement>();
    findTargets(root, targets);
    const drawn = new Map<SvgElement, Drawn>();
    return draw(root, 0).count;

    function draw(element: SvgElement, depth: number): Drawn {
        const known = drawn.get(element);
        if (known) return known;
        if (depth > mostDeep) return endless;
        drawn.set(element, endless);
        const at = (other: SvgElement) => draw(other, depth + 1);
        const inner = element.children.map(at);
        const paints: Drawn[] = [];
        for (const [name, value] of element.properties) {
            const isPaint = name === "fill" || name === "stroke";
            (isPaint ? paints : inner).push(...targetsIn(name, value).map(at));
        }
        const all = [...inner, ...paints];
        const characters = total(element.properties.map(([, value]) => value.length));
        const found = {
            elements: 1 + sum(inner, "elements"),
            characters: characters ** 2 + sum(inner, "characters"),
            length: lengthOf(element) ** 2 + sum(inner, "length"),
            depth: 1 + all.reduce((deepest, one) => Math.max(deepest, one.depth), 0),
        };
        // A pattern is drawn anew for each shape, on a canvas of its own.
        const own = (element.name === "pattern" ? 200 : 1) + element.letters + characters / 200;
        // Paints, strokes and dashes are inherited.
        const count =
            own +
            sum(inner, "count") +
            sum(paints, "count") * found.elements +
            strokes(element, found);
        const result = found.depth > mostDeep + 1 ? endless : { ...found, count };
        drawn.set(element, result);
        return result;
    }

    /** The elements that a value draws with; what `url` leads to is never a shape. */
    function targetsIn(name: string, value: string): SvgElement[] {
        const form = name === "href" ? /^#(.+)$/g : /url\(\s*['"]?#([\w.:-]+)/g;
        return [...value.matchAll(form)]
            .map(([, id = ""]) => targets.get(id))
            .filter((target) => target !== undefined)
            .filter((target) => name === "href" || servers.has(target.name));
    }
}

const servers = new Set(["clipPath", "linearGradient", "mask", "pattern", "radialGradient"]);

/** Finds the first element of each id, as browsers do. */
function findTargets(element: SvgElement, targets: Map<string, SvgElement>): void {
    for (const [name, value] of element.properties) {
        if (name === "id" && !targets.has(value)) targets.set(value, element);
    }
    for (const child of element.children) findTargets(child, targets);
}

/** Both take longer by the square, because what is drawn of one line is compared with all of it. */
function strokes({ properties }: SvgElement, { characters, length }: Omit<Drawn, "count">): number {
    const stroke = properties.some(([name, value]) => name === "stroke" && value.trim() !== "none");
    const shortest = properties
        .filter(([name, value]) => name === "stroke-dasharray" && /[1-9]/.test(value))
        .map(([, value]) => (/^[\s\d,.+px-]*$/i.test(value) ? numbersIn(value) : 0))
        .reduce((least, one) => Math.min(least, one), Infinity);
    return (
        (stroke ? characters / 800_000 : 0) +
        (shortest === Infinity ? 0 : length / shortest ** 2 / 4000)
    );
}

const lengths = new Set([
    ...["cx", "cy", "d", "height", "pathLength", "points", "r", "rx", "ry", "width"],
    ...["x", "x1", "x2", "y", "y1", "y2"],
]);

/**
 * The sum of the numbers that its lines are made of, which are about as long. Endless where numbers
 * are no limit: units, curves that reflect others, letters, strokes that do not scale.
 */
function lengthOf({ name, properties }: SvgElement): number {
    if (name === "text" || name === "tspan") return Infinity;
    return total(
        properties.map(([property, value]) => {
            if (property === "vector-effect") return value.trim() === "none" ? 0 : Infinity;
            if (!lengths.has(property)) return 0;
            const form = property === "d" ? /^[\s\d,.e+mlhvcsqaz-]*$/i : /^[\s\d,.e+-]*(px)?$/i;
            if (!form.test(value)) return Infinity;
            const isRound = property.startsWith("r") || /a/i.test(value);
            return numbersIn(value) * (isRound ? 2 * Math.PI : 1);
        }),
    );
}

/** The sum of the numbers in a value, without their signs. */
function numbersIn(value: string): number {
    return total((value.match(/(\d+\.?\d*|\.\d+)(e[-+]?\d+)?/gi) ?? []).map(Number));
}

function sum(drawn: readonly Drawn[], what: keyof Drawn): number {
    return total(drawn.map((one) => one[what]));
}

function total(numbers: readonly number[]): number {
    return numbers.reduce((sum, number) => sum + number, 0);
}
