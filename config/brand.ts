import { type Color, contrast, leastContrast, readable } from "../components/color";
import { type Brand, type BrandImage, type ImageKind, loginStyle } from "../components/loginStyle";
import { cognitoPalette } from "../components/palette";
import { readProjectFile } from "./imageFile";
import { imageHeader } from "./imageKind";
import type { Setting } from "./setting";
import { checkFields, checkForm, type Form } from "./shapes";
import { svgProblem } from "./svg";

const fields = ["logo", "darkLogo", "favicon", "color"] as const;

/** Bytes, of a request that creates a style. Source: Cognito's API, "2-megabyte request-size limit". */
const mostRequestBytes = 2_000_000;

/**
 * Checks the company's logo and color, and reads the files.
 *
 * @param folder - Where paths begin; by default the project's
 */
export function checkBrand(setting: Setting, folder?: string): Brand {
    const given = checkFields(setting, "a brand", fields);
    if (!given) return {};
    const checks = { logo: checkLogo, darkLogo: checkLogo, favicon: checkFavicon };
    const images = (["logo", "darkLogo", "favicon"] as const)
        .filter((name) => given.includes(name))
        .map((name) => [name, checks[name](setting.field(name), folder)] as const)
        .filter(([, image]) => image !== undefined);
    const color = given.includes("color") ? checkBrandColor(setting.field("color")) : undefined;
    if (given.includes("darkLogo") && !given.includes("logo")) {
        setting
            .field("darkLogo")
            .hidden()
            .refuse("is for dark pages alone", { edit: "Add a logo, for light ones," });
    }
    const brand: Brand = { ...Object.fromEntries(images), ...(color !== undefined && { color }) };
    const size = JSON.stringify(loginStyle(brand)).length;
    if (size > mostRequestBytes) {
        setting
            .hidden()
            .refuse(
                `makes a request of ${String(size)} bytes, and Cognito accepts ${String(mostRequestBytes)}.` +
                    " A favicon counts twice, and so does a logo without a darkLogo; each by four thirds",
                { edit: "Name smaller images" },
            );
    }
    return brand;
}

const colorForm: Form = {
    accepts: (value) => /^#[0-9a-f]{6}$/i.test(value),
    expected: "a color such as #0a58ca",
    correct: (value) => {
        const [, digits = ""] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value) ?? [];
        return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`.toLowerCase();
    },
    otherwise: { edit: "Write one in quotes, because # begins a comment otherwise," },
};

/**
 * Checks the color of buttons, whose text is white, and of links, whose background is white: the
 * contrast must meet WCAG AA.
 */
export function checkBrandColor(setting: Setting): Color | undefined {
    const color = checkForm(setting, colorForm).toLowerCase();
    if (color === "") return undefined;
    const { form: white } = cognitoPalette.light;
    const ratio = contrast(color, white);
    if (ratio >= leastContrast) return color;
    // Rounded down: 4.496 must not read as enough.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    setting.refuse(
        `has a contrast of ${shown}:1 to white, the background of links and the text color of buttons;` +
            ` WCAG AA asks for ${String(leastContrast)}:1. The next darker color of its hue has it`,
        { set: readable(color, white, "darker") },
    );
    return undefined;
}

/** Pixels of 5,000 by 5,000, which a browser keeps in 100 MB. */
const mostPixels = 25_000_000;

/** Bytes, of Cognito's `AssetBytesType`. */
const mostImageBytes = 1_000_000;

/** Checks and reads the image above the form. */
export function checkLogo(setting: Setting, folder?: string): BrandImage | undefined {
    return checkImage(setting, ["PNG", "JPEG", "WEBP", "SVG"], folder);
}

/** Checks and reads the icon of the browser's tab. */
export function checkFavicon(setting: Setting, folder?: string): BrandImage | undefined {
    return checkImage(setting, ["ICO", "SVG"], folder);
}

function checkImage(
    setting: Setting,
    accepted: readonly ImageKind[],
    folder: string | undefined,
): BrandImage | undefined {
    const file = readProjectFile(setting, mostImageBytes, folder);
    if (!file) return undefined;
    const kinds = accepted.join(", ");
    const { kind, pixels } = imageHeader(file) ?? { kind: undefined, pixels: 0 };
    if (!kind || !accepted.includes(kind)) {
        setting.refuse(`is ${kind ?? "by its content no whole image"}, not one of: ${kinds}`, {
            edit: `Name a file of one of these kinds`,
        });
        return undefined;
    }
    if (pixels > mostPixels) {
        const shown = Math.ceil(pixels).toLocaleString("en");
        setting.refuse(
            `has ${shown} pixels in all frames and passes, and ${mostPixels.toLocaleString("en")} are accepted`,
            { edit: "Make the image smaller, or write the path of another" },
        );
        return undefined;
    }
    const problem = kind === "SVG" ? drawingProblem(file) : undefined;
    if (problem !== undefined) {
        const other = accepted.includes("PNG") ? "PNG" : "ICO";
        setting.refuse(`${problem}; an SVG must be a plain drawing`, {
            edit: `Export it as plain SVG, or name a file of the kind ${other}`,
        });
        return undefined;
    }
    return { kind, bytes: file.toString("base64") };
}

function drawingProblem(file: Buffer): string | undefined {
    try {
        return svgProblem(new TextDecoder("utf-8", { fatal: true }).decode(file));
    } catch {
        return "is not in UTF-8";
    }
}
