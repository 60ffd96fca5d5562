import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "brand");

/** A whole PNG image. */
export const png = readFileSync(join(folder, "dark-logo.png"));

/** A whole ICO image, with one icon. */
export const ico = readFileSync(join(folder, "favicon.ico"));

/** The beginning and the end of a JPEG image. */
export const jpeg = Buffer.from("ffd8ffe000104a46494600ffd9", "hex");

/** A WEBP image of one point, without losses. */
export const webp = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
