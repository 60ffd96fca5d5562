import { expect } from "chai";

import { imageHeader } from "../../config/imageKind";
import { ico, icoOf, jpegOf, png, pngOf, webp, webpOf } from "../support/images";

describe("An image", () => {
    for (const [what, file, kind, pixels] of [
        ["PNG", png, "PNG", 14_400],
        ["PNG, in its header", pngOf([5000, 7]), "PNG", 35_000],
        [
            "PNG with its largest sides",
            pngOf([2 ** 31 - 1, 2 ** 31 - 1]),
            "PNG",
            (2 ** 31 - 1) ** 2,
        ],
        ["animated PNG, in all frames", pngOf([300, 80], 100), "PNG", 2_400_000],
        ["JPEG", jpegOf([5000, 7]), "JPEG", 35_000],
        ["JPEG with as many scans as usual", jpegOf([300, 80], 50), "JPEG", 24_000],
        ["JPEG with more scans, in all passes", jpegOf([300, 80], 5000), "JPEG", 2_400_000],
        ["WEBP", webp, "WEBP", 1],
        ["WEBP with losses", webpOf([16_383, 7], "VP8 "), "WEBP", 114_681],
        ["WEBP without losses", webpOf([7, 16_384], "VP8L"), "WEBP", 114_688],
        ["animated WEBP, in all frames", webpOf([300, 80], 100), "WEBP", 2_400_000],
        ["ICO", ico, "ICO", 1024],
        ["ICO, in all icons", icoOf([16, 16], [32, 32], pngOf([256, 256])), "ICO", 66_816],
        ["SVG, which has none", Buffer.from("\ufeff\n<svg/>"), "SVG", 0],
    ] as const) {
        it(`has the pixels of ${what}`, () => {
            expect(imageHeader(file)).to.deep.equal({ kind, pixels });
        });
    }

    for (const [kind, file] of [
        ["PNG", pngOf([3, 4], 2)],
        ["JPEG", jpegOf([3, 4], 2)],
        ["WEBP", webpOf([3, 4], "VP8 ")],
        ["WEBP without losses", webpOf([3, 4], "VP8L")],
        ["WEBP animation", webpOf([3, 4], 2)],
        ["ICO", icoOf([16, 16], pngOf([3, 4]))],
    ] as const) {
        it(`is none when it is ${kind} and was cut short, wherever`, () => {
            const whole = Array.from({ length: file.length }, (_, end) => end).filter((end) =>
                imageHeader(file.subarray(0, end)),
            );
            expect(whole).to.deep.equal([]);
        });
    }

    for (const [what, file] of [
        ["PNG without pixels", pngOf([0, 4])],
        ["JPEG without a frame", Buffer.from("ffd8ffe000104a46494600ffd9", "hex")],
        ["ICO without icons", icoOf()],
        ["GIF", Buffer.from("GIF89a")],
        ["HTML", Buffer.from("<html/>")],
    ] as const) {
        it(`is none when it is ${what}`, () => {
            expect(imageHeader(file)).to.equal(undefined);
        });
    }
});
