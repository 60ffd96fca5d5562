import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { loadConfig } from "../../config/stackConfig";
import { accepted, problems } from "../support/configuration";
import { run } from "../support/program";

const otherCloud = (region: string) =>
    `'aws:region' value '${region}' is in China, GovCloud or a sovereign cloud, whose host names are not supported.` +
    " Run: pulumi config set --stack prod aws:region YOUR_REGION";

/** Runs without the setting, with this in the environment's place. */
async function problemsOfEnvironment(region: string | undefined): Promise<string> {
    const { AWS_REGION: before, AWS_DEFAULT_REGION: otherBefore } = process.env;
    const restore = (name: string, value: string | undefined) => {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
    };
    restore("AWS_REGION", region);
    restore("AWS_DEFAULT_REGION", undefined);
    try {
        const { error } = await run(() => {
            const config = Object.entries(pulumi.runtime.allConfig());
            pulumi.runtime.setAllConfig(
                Object.fromEntries(config.filter(([key]) => key !== "aws:region")),
            );
            return loadConfig();
        });
        return String(error);
    } finally {
        restore("AWS_REGION", before);
        restore("AWS_DEFAULT_REGION", otherBefore);
    }
}

describe("The region", () => {
    for (const region of [
        "eu-central-1",
        "us-east-1",
        "us-west-2",
        "ca-central-1",
        "ap-southeast-7",
        "xy-northwest-12",
    ]) {
        it(`may be ${region}`, async () => {
            expect((await accepted({ "aws:region": region })).region).to.equal(region);
        });
    }

    for (const [given, better] of [
        ["frankfurt", "eu-central-1"],
        ["Frankfrut", "eu-central-1"],
        ["Europe (Frankfurt)", "eu-central-1"],
        ["Europe (Frankfurt) eu-central-1", "eu-central-1"],
        ["EU (Ireland)", "eu-west-1"],
        ["Ireland", "eu-west-1"],
        ["Zürich", "eu-central-2"],
        ["Sao Paulo", "sa-east-1"],
        ["US East (N. Virginia)", "us-east-1"],
        ["US West (Northern California)", "us-west-1"],
        ["Canada (Central)", "ca-central-1"],
        ["Mexico (Central)", "mx-central-1"],
        ["Canada West (Calgary)", "ca-west-1"],
        ["Asia Pacific (New Zealand)", "ap-southeast-6"],
        ["Middle East (UAE)", "me-central-1"],
        ["Central", "YOUR_REGION"],
        ["Berlin", "YOUR_REGION"],
        ["Europe", "YOUR_REGION"],
        ["eu-central", "eu-central-1"],
        ["eu-centrl-1", "eu-central-1"],
        ["eucentral1", "eu-central-1"],
        ["EU-Central-1", "eu-central-1"],
        [" eu-west-3", "eu-west-3"],
        ["us-east-1a", "us-east-1"],
        ["eu-zentral-1", "eu-central-1"],
        ["eu-central-1.evil.example", "YOUR_REGION"],
        ["YOUR_REGION", "YOUR_REGION"],
    ] as const) {
        it(`is refused when it is '${given}', and led to ${better}`, async () => {
            expect(await problems({ "aws:region": given })).to.deep.equal([
                `'aws:region' value '${given}' is not a region of AWS such as eu-central-1.` +
                    ` Run: pulumi config set --stack prod aws:region ${better}`,
            ]);
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
            expect(await problems({ "aws:region": region })).to.deep.equal([otherCloud(region)]);
        });
    }

    it("is refused in the same way when it comes from the environment", async () => {
        expect(await problemsOfEnvironment("cn-north-1")).to.include(otherCloud("cn-north-1"));
    });

    it("is refused when neither the stack nor the environment has it", async () => {
        expect(await problemsOfEnvironment(undefined)).to.include(
            "'aws:region' is missing: a region of AWS such as eu-central-1." +
                " Run: pulumi config set --stack prod aws:region YOUR_REGION",
        );
    });
});
