import type { ImageKind } from "../components/brand";

/**
 * Recognizes an image by its content, whatever its name ends with.
 *
 * @returns `undefined` for anything that is none of the kinds, or was cut short
 */
export function imageKind(file: Buffer): ImageKind | undefined {
    const text = (start: number, end: number) => file.toString("latin1", start, end);
    if (text(0, 8) === "\x89PNG\r\n\x1a\n") {
        return text(12, 16) === "IHDR" && file.includes("IEND") ? "PNG" : undefined;
    }
    if (text(0, 3) === "\xff\xd8\xff")
        return file.includes("\xff\xd9", 3, "latin1") ? "JPEG" : undefined;
    if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") {
        return file.readUInt32LE(4) + 8 <= file.length ? "WEBP" : undefined;
    }
    if (text(0, 4) === "\0\0\x01\0") return hasIcons(file) ? "ICO" : undefined;
    return /^(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE|svg)/.test(text(0, 64)) ? "SVG" : undefined;
}

/** Whether every icon that the directory lists is in the file. Source: the ICONDIR structure. */
function hasIcons(file: Buffer): boolean {
    if (file.length < 6) return false;
    const count = file.readUInt16LE(4);
    if (count === 0 || file.length < 6 + 16 * count) return false;
    return Array.from({ length: count }, (_, index) => 6 + 16 * index).every(
        (entry) => file.readUInt32LE(entry + 8) + file.readUInt32LE(entry + 12) <= file.length,
    );
}
