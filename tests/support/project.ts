import * as pulumi from "@pulumi/pulumi";

/** Gives the tests of a suite the name of the project, which messages hold, without running a program. */
export function inProject(): void {
    before(async () => {
        const unexpected = () => {
            throw new Error("Nothing is registered or looked up here.");
        };
        await pulumi.runtime.setMocks(
            { newResource: unexpected, call: unexpected },
            "flexai-oidc",
            "dev",
        );
    });
}
