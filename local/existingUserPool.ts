import { commandOf, givenName } from "./npmStartInstructions";
import type { Options } from "./options";
import { projectConfig } from "./program/projectConfig";

/**
 * Refuses settings that name a user pool, which is in AWS.
 *
 * @throws {Error} With the command that tries a pool of its own out
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
    throw new Error(
        `'${key}' value '${id}' is a user pool in AWS, which npm start does not use. ` +
            "To try flexAI's sign-in with a pool of its own, run: " +
            commandOf({ stack, port, config }, { [given]: "" }) +
            `\n  To see what would change in your pool, run: pulumi preview --diff --stack ${stack}`,
    );
}
