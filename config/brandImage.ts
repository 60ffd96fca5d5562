import type { BrandImage, ImageKind } from "../components/brand";
import { imageKind } from "./imageKind";
import { readProjectFile } from "./projectFile";
import type { Setting } from "./setting";
import { svgProblem } from "./svg";

/** Bytes, of Cognito's `AssetBytesType`. */
const mostBytes = 1_000_000;

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
    const file = readProjectFile(setting, mostBytes, folder);
    if (!file) return undefined;
    const kinds = accepted.join(", ");
    const kind = imageKind(file);
    if (!kind || !accepted.includes(kind)) {
        setting.refuse(`is ${kind ?? "by its content no whole image"}, not one of: ${kinds}`, {
            edit: `Name a file of one of these kinds`,
        });
        return undefined;
    }
    const problem = kind === "SVG" ? drawingProblem(file) : undefined;
    if (problem !== undefined) {
        const other = accepted.includes("PNG") ? "PNG" : "ICO";
        setting.refuse(`${problem}, so it is not only a drawing`, {
            edit: `Export it as plain SVG, or use ${other},`,
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
