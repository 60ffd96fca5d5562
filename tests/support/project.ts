import * as pulumi from "@pulumi/pulumi";

/** Starts a program of the project that registers and looks up nothing. */
export async function startProject(isPreview = false): Promise<void> {
    const unexpected = () => {
        throw new Error("Nothing is registered or looked up here.");
    };
    await pulumi.runtime.setMocks(
        { newResource: unexpected, call: unexpected },
        "flexai-oidc",
        "dev",
        isPreview,
        "organization",
    );
}

/** Sets the name of the project, which messages contain, for the tests of a suite. */
export function inProject(): void {
    before(() => startProject());
}
