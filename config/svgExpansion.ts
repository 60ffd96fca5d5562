/** An element of an SVG file, as far as it says how much is drawn. */
export interface SvgElement {
    readonly name: string;
    /** Attributes and the declarations of `style`. */
    readonly properties: readonly (readonly [name: string, value: string])[];
    /** Characters of its own text, without spaces. */
    letters: number;
    readonly children: SvgElement[];
}

/** An element with all that is in it and that it refers to. */
interface Expanded {
    readonly characters: number;
    /** Those that inherit from it. */
    readonly elements: number;
}

const endless: Expanded = { characters: Infinity, elements: 1 };

/** Chromium draws a line with the shortest dashes as slowly as other lines of this length. */
const dashes: Expanded = { characters: 50_000, elements: 0 };

/** Elements within each other that are followed, because each is a call within the one before. */
const deepest = 1000;

/**
 * Counts the characters of a drawing in which every reference is written out, as browsers draw it: ten
 * elements, each of which uses the next ten times, are ten billion.
 *
 * @returns `Infinity` for what refers to itself or leads more than 1,000 deep
 */
export function expandedCharacters(root: SvgElement): number {
    const targets = new Map<string, SvgElement>();
    findTargets(root, targets);
    const known = new Map<SvgElement, Expanded>();
    return expand(root, 0).characters;

    function expand(element: SvgElement, depth: number): Expanded {
        const before = known.get(element);
        if (before) return before;
        if (depth > deepest) return endless;
        // It is that while what it refers to is followed.
        known.set(element, endless);
        const inner = element.children.map((child) => expand(child, depth + 1));
        const inherited: Expanded[] = [];
        for (const [name, value] of element.properties) {
            const found = targetsIn(name, value).map((target) => expand(target, depth + 1));
            (name === "fill" || name === "stroke" ? inherited : inner).push(...found);
            if (name === "stroke-dasharray" && /[1-9]/.test(value)) inherited.push(dashes);
        }
        const elements = 1 + sum(inner, "elements");
        const characters =
            ownCharacters(element) +
            sum(inner, "characters") +
            sum(inherited, "characters") * elements;
        const expanded = { characters, elements };
        known.set(element, expanded);
        return expanded;
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

/** `<name property="value"/>` and the letters. */
function ownCharacters({ name, properties, letters }: SvgElement): number {
    const written = properties.map(([property, value]) => ` ${property}="${value}"`);
    return `<${name}/>`.length + written.join("").length + letters;
}

function sum(parts: readonly Expanded[], what: keyof Expanded): number {
    return parts.reduce((total, part) => total + part[what], 0);
}
