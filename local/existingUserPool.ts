import { laidOut, prefixed } from "../commandLine/message";
import { pulumiCommand } from "../commandLine/shell";
import { toRun } from "../config/remedies";
import { givenName } from "./npmStartInstructions";
import type { Options } from "./options";
import { projectConfig } from "./program/projectConfig";
import { commandOf, otherOptions } from "./startCommand";

/**
 * Refuses to try out a stack that takes over a user pool, which is in AWS.
 *
 * @throws {Error} With what to do instead
 */
export function refuseExistingUserPool({
    stack,
    port,
    config,
}: Pick<Options, "stack" | "port" | "config">): void {
    const { project, config: settings } = projectConfig(stack, config);
    const name = "existingUserPoolId";
    const key = `${project}:${name}`;
    const id = settings[key] ?? "";
    if (id === "") return;
    const given = givenName(config, `${project}:`, name) ?? name;
    const ownPool = commandOf({ stack, port }, { [given]: "" });
    throw new Error(
        laidOut([
            ...prefixed(
                `'${key}' value '${id}' is a user pool in AWS, which npm start does not use, but` +
                    " one of its own.",
                toRun({ set: "" }, [ownPool], otherOptions(config, [given])),
            ),
            "To see what would change in your pool:",
            pulumiCommand(stack, "preview --diff"),
        ]),
    );
}
