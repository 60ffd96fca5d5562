import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "brand");

/** A whole PNG image. */
export const png = readFileSync(join(folder, "dark-logo.png"));

/** A whole ICO image, with one icon. */
export const ico = readFileSync(join(folder, "favicon.ico"));

/** A WEBP image of one point, without losses. */
export const webp = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");

/** Pixels from side to side, and from top to bottom. */
type Size = readonly [width: number, height: number];

/** A PNG image without its pixels and checksums; with frames it is an animation. */
export function pngOf([width, height]: Size, frames = 0): Buffer {
    const chunk = (type: string, ...parts: Buffer[]) => {
        const content = Buffer.concat(parts);
        return Buffer.concat([big(4, content.length), Buffer.from(type), content, big(4, 0)]);
    };
    return Buffer.concat([
        Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
        chunk("IHDR", big(4, width, height), Buffer.of(1, 0, 0, 0, 0)),
        ...Array.from({ length: frames }, () => chunk("fcTL", Buffer.alloc(26))),
        chunk("IDAT"),
        chunk("IEND"),
    ]);
}

/** A JPEG image without its tables; each scan holds two bytes that look like markers. */
export function jpegOf([width, height]: Size, scans = 1): Buffer {
    const segment = (marker: number, content: Buffer) =>
        Buffer.concat([Buffer.of(0xff, marker), big(2, content.length + 2), content]);
    return Buffer.concat([
        Buffer.of(0xff, 0xd8),
        // A segment of an application, whose thumbnail has an end of its own.
        segment(0xe0, Buffer.of(0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 0xff, 0xd9)),
        segment(
            0xc2,
            Buffer.concat([Buffer.of(8), big(2, height, width), Buffer.of(1, 1, 0x11, 0)]),
        ),
        ...Array.from({ length: scans }, () =>
            Buffer.concat([segment(0xda, Buffer.alloc(6)), Buffer.of(1, 0xff, 0, 0xff, 0xd0, 2)]),
        ),
        Buffer.of(0xff, 0xff, 0xd9),
    ]);
}

/** A JPEG image of one point. */
export const jpeg = jpegOf([1, 1]);

/** A WEBP image without its pixels: `VP8 ` with losses, `VP8L` without, or with frames an animation. */
export function webpOf([width, height]: Size, kind: "VP8 " | "VP8L" | number): Buffer {
    const chunk = (type: string, content: Buffer) =>
        Buffer.concat([
            Buffer.from(type),
            little(4, content.length),
            content,
            Buffer.alloc(content.length % 2),
        ]);
    const sides = (width - 1) | ((height - 1) << 14);
    const content =
        kind === "VP8 "
            ? chunk(
                  kind,
                  Buffer.concat([Buffer.from("0000009d012a", "hex"), little(2, width, height)]),
              )
            : kind === "VP8L"
              ? chunk(kind, Buffer.concat([Buffer.of(0x2f), little(4, sides >>> 0)]))
              : Buffer.concat([
                    chunk(
                        "VP8X",
                        Buffer.concat([Buffer.of(2, 0, 0, 0), little(3, width - 1, height - 1)]),
                    ),
                    ...Array.from({ length: kind }, () => chunk("ANMF", Buffer.alloc(17))),
                ]);
    return Buffer.concat([
        Buffer.from("RIFF"),
        little(4, content.length + 4),
        Buffer.from("WEBP"),
        content,
    ]);
}

/** An ICO image of these icons, each a bitmap's header or a whole PNG. */
export function icoOf(...icons: readonly (Size | Buffer)[]): Buffer {
    const files = icons.map((icon) =>
        // A bitmap's mask is below it, and counts in its height.
        icon instanceof Buffer ? icon : little(4, 40, icon[0], icon[1] * 2),
    );
    let start = 6 + 16 * icons.length;
    const entries = files.map((file) => {
        start += file.length;
        return Buffer.concat([Buffer.alloc(8), little(4, file.length, start - file.length)]);
    });
    return Buffer.concat([Buffer.of(0, 0, 1, 0), little(2, icons.length), ...entries, ...files]);
}

function little(bytes: number, ...numbers: readonly number[]): Buffer {
    const buffer = Buffer.alloc(bytes * numbers.length);
    numbers.forEach((number, index) => buffer.writeUIntLE(number, bytes * index, bytes));
    return buffer;
}

function big(bytes: number, ...numbers: readonly number[]): Buffer {
    const buffer = Buffer.alloc(bytes * numbers.length);
    numbers.forEach((number, index) => buffer.writeUIntBE(number, bytes * index, bytes));
    return buffer;
}
