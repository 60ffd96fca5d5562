import { converter, formatHex, wcagContrast } from "culori";

/** A color as `#rrggbb`, in lower case. */
export type Color = string;

/** The least contrast of text that WCAG 2.2 AA allows (success criterion 1.4.3). */
export const leastContrast = 4.5;

const hslOf = converter("hsl");

/** Computes the contrast of two colors, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(color: Color, other: Color): number {
    return wcagContrast(color, other);
}

/**
 * Finds the color of the same hue and saturation, darker or lighter by as little as possible, whose
 * contrast to `background` is at least `leastContrast`.
 */
export function readable(color: Color, background: Color, way: "darker" | "lighter"): Color {
    const step = way === "darker" ? -1 : 1;
    const begin = Math.round((hslOf(color)?.l ?? 0) * 200);
    for (let level = begin; level >= 0 && level <= 200; level += step) {
        const candidate = withLightness(color, () => level / 200);
        if (contrast(candidate, background) >= leastContrast) return candidate;
    }
    return way === "darker" ? "#000000" : "#ffffff";
}

/** Makes a color lighter, or with a negative share darker, by that share of what is possible. */
export function lighter(color: Color, share: number): Color {
    return withLightness(
        color,
        (lightness) => lightness + (share < 0 ? lightness : 1 - lightness) * share,
    );
}

function withLightness(color: Color, change: (lightness: number) => number): Color {
    const hsl = hslOf(color);
    return hsl ? formatHex({ ...hsl, l: change(hsl.l) }) : color;
}
