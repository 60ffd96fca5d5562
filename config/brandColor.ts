import { type Color, contrast, leastContrast, readable } from "../components/color";
import { cognitoPalette } from "../components/palette";
import { checkForm, type Form } from "./form";
import type { Setting } from "./setting";

const form: Form = {
    accepts: (value) => /^#[0-9a-f]{6}$/i.test(value),
    expected: "a color such as #0a58ca",
    correct: (value) => {
        const [, digits = ""] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value) ?? [];
        return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`.toLowerCase();
    },
    otherwise: { edit: "Write one in quotes, because # begins a comment otherwise," },
};

/**
 * Checks the color of buttons and links. White stands on it and it stands on white, which must be
 * readable by WCAG AA.
 */
export function checkBrandColor(setting: Setting): Color | undefined {
    const color = checkForm(setting, form).toLowerCase();
    if (color === "") return undefined;
    const { form: white } = cognitoPalette.light;
    const ratio = contrast(color, white);
    if (ratio >= leastContrast) return color;
    // Rounded down: 4.496 must not read as enough.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    setting.refuse(
        `has a contrast of ${shown}:1 to white, on which links are and which is the text of buttons;` +
            ` WCAG AA asks for ${String(leastContrast)}:1. The next darker color of its hue has it`,
        { set: readable(color, white, "darker") },
    );
    return undefined;
}
