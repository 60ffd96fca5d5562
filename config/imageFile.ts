import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

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
