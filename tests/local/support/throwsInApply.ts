import * as pulumi from "@pulumi/pulumi";

// The program, and an error where no output depends on it.
export * from "../../../index";
pulumi.output("anything").apply((): string => {
    throw new Error("thrown inside apply");
});
