import { expect } from "chai";

import type { CustomDomain } from "../../components/customDomain";
import { stackOutputs } from "../../components/stackOutputs";
import { OpenIdProvider } from "../../components/openIdProvider";
import { providerArgs, runComponent } from "../support/component";
import { inputsOf, registration, run, type Run } from "../support/program";

const name = "auth.example.com";
const zoneId = "Z0123456789ABCDEFGHIJ";
const ownArn = "arn:aws:acm:us-east-1:123456789012:certificate/1-2-3";
const tags = { Project: "flexai-oidc", Stack: "prod" };
const domainType = "aws:cognito/userPoolDomain:UserPoolDomain";
const certificateType = "aws:acm/certificate:Certificate";
const validationType = "aws:acm/certificateValidation:CertificateValidation";
const recordType = "aws:route53/record:Record";

/** What AWS computed for the one resource of that type and name. */
function stateOf({ resources }: Run, type: string, resourceName = "flexai-custom") {
    const found = resources.find((one) => one.type === type && one.name === resourceName);
    return found?.state ?? {};
}

/** The stack's outputs with that domain. */
async function outputsWith(customDomain: CustomDomain | undefined) {
    const { outputs } = await run(() =>
        stackOutputs(new OpenIdProvider("flexai", { ...providerArgs(), customDomain })),
    );
    return outputs;
}

describe("A custom domain in a zone", () => {
    let evaluation: Run;
    let without: Run;
    before(async () => {
        without = await runComponent();
        evaluation = await runComponent({ customDomain: { name, zoneId }, tags });
    });

    it("has a certificate in CloudFront's region, proved by DNS", () => {
        expect(inputsOf(evaluation, certificateType)).to.deep.equal({
            domainName: name,
            validationMethod: "DNS",
            region: "us-east-1",
            tags,
        });
    });

    it("has the record that proves the name", () => {
        const [proof] = stateOf(evaluation, certificateType).domainValidationOptions as [
            Readonly<Record<string, string>>,
        ];
        expect(inputsOf(evaluation, recordType, "flexai-custom-validation")).to.deep.equal({
            zoneId,
            name: proof.resourceRecordName,
            type: "CNAME",
            records: [proof.resourceRecordValue],
            ttl: 300,
        });
        expect(proof.resourceRecordName).to.match(/^_\w+\.auth\.example\.com\.$/);
    });

    it("waits until the certificate is issued by that record", () => {
        const { fqdn } = stateOf(evaluation, recordType, "flexai-custom-validation");
        expect(inputsOf(evaluation, validationType)).to.deep.equal({
            certificateArn: stateOf(evaluation, certificateType).arn,
            validationRecordFqdns: [fqdn],
            region: "us-east-1",
        });
    });

    it("is made with the issued certificate, beside the prefix domain, which stays as it is", () => {
        const { userPoolId } = inputsOf(evaluation, domainType, "flexai");
        expect(inputsOf(evaluation, domainType, "flexai-custom")).to.deep.equal({
            userPoolId,
            domain: name,
            certificateArn: stateOf(evaluation, certificateType).arn,
            managedLoginVersion: 2,
        });
        const custom = registration(evaluation, domainType, "flexai-custom");
        expect(custom.dependencies).to.include(`${validationType}::flexai-custom`);
        expect(inputsOf(evaluation, domainType, "flexai")).to.deep.equal(
            inputsOf(without, domainType),
        );
    });

    for (const type of ["A", "AAAA"]) {
        it(`has the address record ${type}, an alias of its distribution`, () => {
            const logicalName = `flexai-custom-${type.toLowerCase()}`;
            const domain = stateOf(evaluation, domainType);
            expect(inputsOf(evaluation, recordType, logicalName)).to.deep.equal({
                zoneId,
                name,
                type,
                aliases: [
                    {
                        name: domain.cloudfrontDistribution,
                        zoneId: domain.cloudfrontDistributionZoneId,
                        evaluateTargetHealth: false,
                    },
                ],
            });
            expect(registration(evaluation, recordType, logicalName).dependencies).to.deep.equal([
                `${domainType}::flexai-custom`,
            ]);
        });
    }

    it("is six resources more, all under the managed login and protected, none ignoring a change", () => {
        const more = evaluation.registrations.filter(({ name }) =>
            name.startsWith("flexai-custom"),
        );
        expect(more).to.have.lengthOf(6);
        expect(evaluation.resources).to.have.lengthOf(without.resources.length + 6);
        for (const one of more) {
            expect(one.parent).to.equal("flexai-oidc:index:ManagedLogin::flexai");
            expect(one).to.deep.include({
                protect: true,
                retainOnDelete: false,
                ignoreChanges: [],
                deleteBeforeReplace: one.type !== certificateType,
            });
        }
    });
});

describe("A custom domain whose DNS is elsewhere", () => {
    it("is one resource more, with the certificate of the operator's", async () => {
        const evaluation = await runComponent({
            customDomain: { name, certificateArn: ownArn },
        });
        const { userPoolId } = inputsOf(evaluation, domainType, "flexai");
        expect(inputsOf(evaluation, domainType, "flexai-custom")).to.deep.equal({
            userPoolId,
            domain: name,
            certificateArn: ownArn,
            managedLoginVersion: 2,
        });
        const more = evaluation.registrations.filter(({ name }) =>
            name.startsWith("flexai-custom"),
        );
        expect(more).to.have.lengthOf(1);
    });
});

describe("The outputs of a stack with a custom domain", () => {
    let plain: Awaited<ReturnType<typeof outputsWith>>;
    before(async () => {
        plain = await outputsWith(undefined);
    });

    for (const [title, customDomain] of [
        ["in a zone", { name, zoneId }],
        ["whose DNS is elsewhere", { name, certificateArn: ownArn }],
    ] as const) {
        it(`name the domain ${title}, and keep issuer, discovery and keys`, async () => {
            const { domainTarget, ...outputs } = await outputsWith(customDomain);
            const { host, origin: prefixOrigin } = new URL(String(plain.tokenEndpoint));
            const renamed = JSON.stringify(plain).replaceAll(host, name);
            expect(outputs).to.deep.equal({ ...(JSON.parse(renamed) as object), prefixOrigin });
            expect(outputs.issuer).to.equal(plain.issuer);
            expect(outputs.discoveryUrl).to.equal(plain.discoveryUrl);
            expect(outputs.jwksUri).to.equal(plain.jwksUri);
            expect(outputs.flexaiConfig).to.include(`https://${name}/oauth2/authorize`);
            if ("zoneId" in customDomain) expect(domainTarget).to.equal(undefined);
            else expect(domainTarget).to.match(/^d\w+\.cloudfront\.net$/);
        });
    }
});
