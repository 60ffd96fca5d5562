import { expect } from "chai";
import * as fc from "fast-check";

import { contrast, leastContrast, lighter, readable } from "../../components/color";
import { cognitoPalette, paletteOf, type Shades } from "../../components/palette";

const colors = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, "0")}`);
const readableOnWhite = colors.map((color) => readable(color, "#ffffff", "darker"));

/** Every pair of a text and what is behind it. */
const pairs = ({ main, strong, text, form, hovered, pressed }: Shades) => ({
    "text on the button": [text, main],
    "text on the button under the pointer": [text, strong],
    "a link": [main, form],
    "a link under the pointer": [strong, form],
    "a secondary button under the pointer": [strong, hovered],
    "a pressed secondary button": [strong, pressed],
});

describe("The contrast of two colors", () => {
    // Values of WCAG's own definition, as its test pages and common checkers have them.
    for (const [one, other, expected] of [
        ["#000000", "#ffffff", 21],
        ["#ffffff", "#ffffff", 1],
        ["#777777", "#ffffff", 4.48],
        ["#767676", "#ffffff", 4.54],
        ["#ff0000", "#ffffff", 4.0],
        ["#0000ff", "#ffffff", 8.59],
        ["#0a58ca", "#ffffff", 6.44],
        ["#808080", "#000000", 5.32],
    ] as const) {
        it(`of ${one} and ${other} is ${String(expected)}, either way`, () => {
            expect(contrast(one, other)).to.be.closeTo(expected, 0.005);
            expect(contrast(other, one)).to.equal(contrast(one, other));
        });
    }

    it("is from 1 to 21 for any two", () => {
        fc.assert(
            fc.property(colors, colors, (one, other) => {
                expect(contrast(one, other)).to.be.within(1, 21);
            }),
        );
    });
});

describe("A readable color", () => {
    it("has the contrast that WCAG AA asks for, and is itself if it has that already", () => {
        fc.assert(
            fc.property(colors, (color) => {
                const found = readable(color, "#ffffff", "darker");
                expect(found).to.match(/^#[0-9a-f]{6}$/);
                expect(contrast(found, "#ffffff")).to.be.at.least(leastContrast);
                expect(contrast(readable(color, "#0f1b2a", "lighter"), "#0f1b2a")).to.be.at.least(
                    leastContrast,
                );
                // But for what 200 steps of lightness round away.
                if (contrast(color, "#ffffff") >= leastContrast + 0.3)
                    expect(distance(found, color)).to.be.at.most(4);
            }),
        );
    });

    it("has the hue of the given one", () => {
        expect(readable("#ffcc00", "#ffffff", "darker")).to.equal("#8f7200");
        expect(readable("#ff0000", "#ffffff", "darker")).to.equal("#ed0000");
        expect(readable("#ffffff", "#ffffff", "darker")).to.equal("#757575");
        expect(readable("#000000", "#0f1b2a", "lighter")).to.equal("#828282");
    });

    it("gets lighter and darker by a share of what is possible", () => {
        expect(lighter("#808080", -1)).to.equal("#000000");
        expect(lighter("#808080", 1)).to.equal("#ffffff");
        expect(lighter("#0a58ca", 0)).to.equal("#0a58ca");
    });
});

describe("The palette of a color", () => {
    it("is readable in every pair of text and background, light and dark", () => {
        fc.assert(
            fc.property(readableOnWhite, (color) => {
                const palette = paletteOf(color);
                expect(palette.light.main).to.equal(color);
                for (const mode of ["light", "dark"] as const) {
                    for (const [name, [text = "", background = ""]] of Object.entries(
                        pairs(palette[mode]),
                    )) {
                        expect(contrast(text, background), `${mode}: ${name}`).to.be.at.least(
                            leastContrast,
                        );
                    }
                }
            }),
        );
    });

    it("leaves form and text as Cognito's own palette has them, which is readable too", () => {
        for (const mode of ["light", "dark"] as const) {
            const own = cognitoPalette[mode];
            const { text, form, formBorder } = paletteOf("#0a58ca")[mode];
            expect({ text, form, formBorder }).to.deep.equal({
                text: own.text,
                form: own.form,
                formBorder: own.formBorder,
            });
            for (const [name, [one = "", other = ""]] of Object.entries(pairs(own))) {
                expect(contrast(one, other), name).to.be.at.least(leastContrast);
            }
        }
    });
});

/** The largest difference of a channel, of 255. */
function distance(one: string, other: string): number {
    const channels = (color: string) =>
        [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    const others = channels(other);
    return Math.max(...channels(one).map((value, index) => Math.abs(value - (others[index] ?? 0))));
}
