import { evaluate } from "../../local/program/evaluate";
import { projectConfig } from "../../local/program/projectConfig";
import { sampleAccountId } from "../../local/program/sampleValues";

const overrides = {
    "flexai-oidc:hostname": "flexai.example.com",
    "aws:allowedAccountIds": [sampleAccountId],
};

/** Runs the program with the defaults of `Pulumi.yaml` and returns what it registered. */
export const evaluation = evaluate({ ...projectConfig("prod", overrides), stack: "prod" });
