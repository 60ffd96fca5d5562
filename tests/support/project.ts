import * as pulumi from "@pulumi/pulumi";

/** Sets the name of the project, which messages contain, for the tests of a suite. */
export function inProject(): void {
    before(async () => {
        const unexpected = () => {
            throw new Error("Nothing is registered or looked up here.");
        };
        await pulumi.runtime.setMocks(
            { newResource: unexpected, call: unexpected },
            "flexai-oidc",
            "dev",
            false,
            "organization",
        );
    });
}
