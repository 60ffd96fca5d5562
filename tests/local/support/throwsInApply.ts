import * as pulumi from "@pulumi/pulumi";

// A program that fails late, where no output depends on it.
pulumi.output("anything").apply((): string => {
    throw new Error("thrown inside apply");
});
export const unrelated = "value";
