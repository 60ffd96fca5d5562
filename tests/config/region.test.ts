import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { loadConfig } from "../../config/stackConfig";
import { accepted, problems } from "../support/configuration";
import { run } from "../support/program";

const refusal = (region: string) =>
    `'aws:region' value '${region}' is in China, GovCloud or a sovereign cloud, whose host names are not supported.` +
    " Run: pulumi config set aws:region eu-central-1";

describe("The region", () => {
    for (const region of [
        "eu-central-1",
        "us-east-1",
        "us-west-2",
        "ca-central-1",
        "ap-southeast-7",
    ]) {
        it(`may be ${region}`, async () => {
            expect(await accepted({ "aws:region": region })).to.have.property("hostname");
        });
    }

    for (const region of [
        "cn-north-1",
        "cn-northwest-1",
        "us-gov-west-1",
        "us-gov-east-1",
        "us-iso-east-1",
        "us-isob-east-1",
        "us-isof-south-1",
        "eu-isoe-west-1",
        "eusc-de-east-1",
    ]) {
        it(`is refused when it is ${region}, whose URLs differ`, async () => {
            expect(await problems({ "aws:region": region })).to.deep.equal([refusal(region)]);
        });
    }

    it("is refused in the same way when it comes from the environment", async () => {
        const { AWS_REGION: before } = process.env;
        process.env.AWS_REGION = "cn-north-1";
        try {
            const { error } = await run(() => {
                const config = Object.entries(pulumi.runtime.allConfig());
                pulumi.runtime.setAllConfig(
                    Object.fromEntries(config.filter(([key]) => key !== "aws:region")),
                );
                return loadConfig();
            });
            expect(String(error)).to.include(refusal("cn-north-1"));
        } finally {
            if (before === undefined) delete process.env.AWS_REGION;
            else process.env.AWS_REGION = before;
        }
    });
});
