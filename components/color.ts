/** A color as `#rrggbb`, in lower case. */
export type Color = string;

/** The least contrast of text that WCAG 2.2 AA allows (success criterion 1.4.3). */
export const leastContrast = 4.5;

/** Computes the contrast of two colors, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: Color, other: Color): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}

/**
 * Finds the color of the same hue and saturation, darker or lighter by as little as possible, whose
 * contrast to `background` is at least `leastContrast`.
 */
export function readable(color: Color, background: Color, way: "darker" | "lighter"): Color {
    const { hue, saturation, lightness } = hslOf(color);
    const step = way === "darker" ? -1 : 1;
    for (let level = Math.round(lightness * 200); level >= 0 && level <= 200; level += step) {
        const candidate = colorOf(hue, saturation, level / 200);
        if (contrast(candidate, background) >= leastContrast) return candidate;
    }
    return way === "darker" ? "#000000" : "#ffffff";
}

/** Makes a color lighter, or with a negative share darker, by that share of what is possible. */
export function lighter(color: Color, share: number): Color {
    const { hue, saturation, lightness } = hslOf(color);
    const room = share < 0 ? lightness : 1 - lightness;
    return colorOf(hue, saturation, lightness + room * share);
}

/** Source: WCAG 2.2, "relative luminance". */
function luminance(color: Color): number {
    const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, each 0 to 1. */
function channels(color: Color): number[] {
    return [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16) / 255);
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
function hslOf(color: Color): { hue: number; saturation: number; lightness: number } {
    const [red = 0, green = 0, blue = 0] = channels(color);
    const most = Math.max(red, green, blue);
    const range = most - Math.min(red, green, blue);
    const lightness = most - range / 2;
    if (range === 0) return { hue: 0, saturation: 0, lightness };
    const sector =
        most === red
            ? (green - blue) / range
            : most === green
              ? 2 + (blue - red) / range
              : 4 + (red - green) / range;
    return {
        hue: (sector * 60 + 360) % 360,
        saturation: range / (1 - Math.abs(2 * lightness - 1)),
        lightness,
    };
}

/** Source: CSS Color 4, "converting HSL to sRGB". */
function colorOf(hue: number, saturation: number, lightness: number): Color {
    const amplitude = saturation * Math.min(lightness, 1 - lightness);
    const parts = [0, 8, 4].map((offset) => {
        const place = (offset + hue / 30) % 12;
        const value = lightness - amplitude * Math.max(-1, Math.min(place - 3, 9 - place, 1));
        return Math.round(value * 255)
            .toString(16)
            .padStart(2, "0");
    });
    return `#${parts.join("")}`;
}
