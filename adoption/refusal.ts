import * as pulumi from "@pulumi/pulumi";

/**
 * The error that ends the program before anything is registered.
 *
 * @param userPoolId - Id of the pool to take over, empty for none
 */
export function refusal(userPoolId: string, reasons: readonly string[]): pulumi.RunError {
    const stack = pulumi.getStack();
    const error = new pulumi.RunError(
        (userPoolId === ""
            ? `Stack '${stack}' cannot be deployed; nothing was changed:\n`
            : `The user pool of stack '${stack}' cannot be taken over; nothing was changed:\n`) +
            reasons.map((reason) => `  - ${reason}`).join("\n"),
    );
    // Node.js 20 needs a minute to print a stack with frames of Pulumi's SDK.
    delete error.stack;
    return error;
}
