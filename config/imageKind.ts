import type { ImageKind } from "../components/loginStyle";

/** What an image says of itself. */
export interface ImageHeader {
    readonly kind: ImageKind;
    /** That a browser computes: of all frames, and of all passes. None for SVG, which has a check of its own. */
    readonly pixels: number;
}

const kinds: readonly (readonly [ImageKind, RegExp, (file: Buffer) => number])[] = [
    ["PNG", /^\x89PNG\r\n\x1a\n.{4}IHDR/s, pngPixels],
    ["JPEG", /^\xff\xd8\xff/, jpegPixels],
    ["WEBP", /^RIFF.{4}WEBP/s, webpPixels],
    ["ICO", /^\0\0\x01\0/, icoPixels],
    ["SVG", /^(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE|svg)/, () => 0],
];

/**
 * Recognizes an image by its content, whatever its name ends with.
 *
 * @returns `undefined` for anything that is none of the kinds, or was cut short
 */
export function imageHeader(file: Buffer): ImageHeader | undefined {
    const beginning = file.toString("latin1", 0, 64);
    const [kind, , pixelsOf] = kinds.find(([, form]) => form.test(beginning)) ?? [];
    if (!kind || !pixelsOf) return undefined;
    try {
        const pixels = pixelsOf(file);
        return pixels > 0 || kind === "SVG" ? { kind, pixels } : undefined;
    } catch (error) {
        // A number that would be after the end of the file.
        if (error instanceof RangeError) return undefined;
        throw error;
    }
}

/** Source: PNG, sections 5.3 and 11.3. */
function pngPixels(file: Buffer): number {
    let frames = 0;
    let type = "";
    let at = 8;
    while (type !== "IEND") {
        type = file.toString("latin1", at + 4, at + 8);
        if (type === "fcTL") frames += 1;
        at += 12 + file.readUInt32BE(at);
    }
    return at > file.length ? 0 : pngSize(file) * Math.max(frames, 1);
}

function pngSize(file: Buffer): number {
    return file.readUInt32BE(16) * file.readUInt32BE(20);
}

/** As many scans as a file of many kilobytes has that is shown ever sharper; each computes every pixel. */
const usualScans = 50;

/** Source: ITU-T T.81, annex B. */
function jpegPixels(file: Buffer): number {
    let pixels = 0;
    let scans = 0;
    for (let at = file.indexOf(0xff); at >= 0; at = file.indexOf(0xff, at)) {
        const marker = file.readUInt8(at + 1);
        if (marker === 0xd9) return pixels * Math.max(scans / usualScans, 1);
        // Bytes that are not a marker, and markers without a segment.
        if (marker <= 0x01 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
            at += marker === 0xff ? 1 : 2;
            continue;
        }
        const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
        if (isFrame) pixels += file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7);
        if (marker === 0xda) scans += 1;
        at += 2 + file.readUInt16BE(at + 2);
    }
    return 0;
}

/** Source: RFC 9649, section 2, and RFC 6386, section 9.1. */
function webpPixels(file: Buffer): number {
    const end = file.readUInt32LE(4) + 8;
    if (end > file.length) return 0;
    let still = 0;
    let canvas = 0;
    let frames = 0;
    for (let at = 12; at < end;) {
        const type = file.toString("latin1", at, at + 4);
        const size = file.readUInt32LE(at + 4);
        if (type === "VP8X")
            canvas = (file.readUIntLE(at + 12, 3) + 1) * (file.readUIntLE(at + 15, 3) + 1);
        if (type === "ANMF") frames += 1;
        if (type === "VP8 ")
            still = (file.readUInt16LE(at + 14) & 0x3fff) * (file.readUInt16LE(at + 16) & 0x3fff);
        if (type === "VP8L") {
            const sides = file.readUInt32LE(at + 9);
            still = ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1);
        }
        at += 8 + size + (size % 2);
    }
    return frames > 0 ? canvas * frames : still;
}

/** Source: the structures ICONDIR, ICONDIRENTRY and BITMAPINFOHEADER, whose height is that of image and mask. */
function icoPixels(file: Buffer): number {
    const count = file.readUInt16LE(4);
    let pixels = 0;
    for (let entry = 6; entry < 6 + 16 * count; entry += 16) {
        const start = file.readUInt32LE(entry + 12);
        const end = start + file.readUInt32LE(entry + 8);
        if (end > file.length) return 0;
        const icon = file.subarray(start, end);
        const isPng = icon.toString("latin1", 1, 4) === "PNG";
        pixels += isPng ? pngSize(icon) : icon.readUInt32LE(4) * Math.abs(icon.readInt32LE(8) / 2);
    }
    return pixels;
}
