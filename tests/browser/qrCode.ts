import jsQR from "jsqr";
import type { Page } from "playwright-core";

/** Reads the QR code on a page as the camera of a phone does, from the pixels that are shown. */
export async function qrCodeIn(page: Page): Promise<string | undefined> {
    const picture = await page.locator(".qr").screenshot();
    // A page without a content security policy, which draws the picture.
    const drawing = await page.context().newPage();
    const { width, height, data } = await drawing.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        context?.drawImage(bitmap, 0, 0);
        const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        return { width: bitmap.width, height: bitmap.height, data: [...pixels] };
    }, picture.toString("base64"));
    await drawing.close();
    return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}
