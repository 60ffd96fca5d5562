import type { ProjectConfig } from "./program/projectConfig";

/** @throws {Error} When the settings name a user pool, which is in AWS and not on this machine */
export function refuseExistingUserPool({ project, config }: ProjectConfig): void {
    const key = `${project}:existingUserPoolId`;
    const id = config[key] ?? "";
    if (id === "") return;
    throw new Error(
        `'${key}' value '${id}' names a user pool in AWS, which npm start does not have: it makes up a` +
            " pool of its own. To try flexAI's sign-in with that pool of its own, run:" +
            " npm start -- --config existingUserPoolId=\n" +
            "  To see what would be done to your pool, and change nothing, run: pulumi preview --diff",
    );
}
