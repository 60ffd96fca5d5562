import * as pulumi from "@pulumi/pulumi";

// A program with an error where no output depends on it.
export = () => {
    pulumi.output("anything").apply((): string => {
        throw new Error("thrown inside apply");
    });
    return {};
};
