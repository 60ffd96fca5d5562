import * as pulumi from "@pulumi/pulumi";

import program from "../../../index";

// The program, and an error where no output depends on it.
export = () => {
    pulumi.output("anything").apply((): string => {
        throw new Error("thrown inside apply");
    });
    return program();
};
