import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

import type { ImageKind } from "../components/loginStyle";
import type { Setting } from "./setting";

/** Where `Pulumi.yaml` is. */
export const projectFolder = join(__dirname, "..");

/**
 * Reads the file that a setting names, relative to the project. Refuses one that is not there or not
 * within the project, also by a symbolic link: what is deployed must be what is committed.
 *
 * @param mostBytes - Size that is accepted
 */
export function readProjectFile(
    setting: Setting,
    mostBytes: number,
    folder = projectFolder,
): Buffer | undefined {
    const given = setting.string();
    if (given === undefined) return undefined;
    const edit = { edit: "Write the path of a file in the project, such as ./logo.png," };
    if (given.trim() === "") {
        setting.refuse("is empty", edit);
        return undefined;
    }
    try {
        const path = realpathSync(resolve(folder, given));
        const inside = relative(realpathSync(folder), path);
        const stats = statSync(path);
        const bytes = String(stats.size);
        if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
            setting.refuse("leads out of the project", {
                edit: "Copy the file into the project, and write its path there",
            });
        } else if (stats.isDirectory()) setting.refuse("is a folder, not a file", edit);
        else if (!stats.isFile()) setting.refuse("is not a file", edit);
        else if (stats.size > mostBytes) {
            setting.refuse(`has ${bytes} bytes, and Cognito accepts ${String(mostBytes)}`, {
                edit: "Make the image smaller, or write the path of another",
            });
        } else return readFileSync(path);
    } catch (error) {
        const { code = "" } = error as NodeJS.ErrnoException;
        const reason = ["ENOENT", "ENOTDIR"].includes(code)
            ? `is not there, in ${folder}`
            : `cannot be read (${code})`;
        setting.refuse(reason, edit);
    }
    return undefined;
}

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
