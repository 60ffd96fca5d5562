import { alphanumeric, arn, uuid, type Values } from "./madeUp";

/** What AWS computes for the domains of the sign-in page, and for what a custom one needs. */
export const domainValues: Values = {
    "aws:cognito/userPoolDomain:UserPoolDomain": (_name, inputs) => ({
        id: String(inputs.domain),
        outputs: {
            // A prefix domain has a distribution as well, which nothing may point to.
            cloudfrontDistribution: `d${alphanumeric(`domain ${String(inputs.domain)}`, 13).toLowerCase()}.cloudfront.net`,
            // That of every distribution.
            cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
        },
    }),
    "aws:acm/certificate:Certificate": (name, inputs, place) => {
        const region = String(inputs.region);
        const certificateArn = arn("acm", { ...place, region }, `certificate/${uuid(name)}`);
        const domainName = String(inputs.domainName);
        return {
            id: certificateArn,
            outputs: {
                arn: certificateArn,
                domainValidationOptions: [
                    {
                        domainName,
                        // The same for each certificate of that name in that account.
                        resourceRecordName: `_${alphanumeric(`proof ${domainName}`, 32).toLowerCase()}.${domainName}.`,
                        resourceRecordType: "CNAME",
                        resourceRecordValue: `_${alphanumeric(`value ${domainName}`, 32).toLowerCase()}.acm-validations.aws.`,
                    },
                ],
            },
        };
    },
    "aws:acm/certificateValidation:CertificateValidation": (_name, inputs) => ({
        id: String(inputs.certificateArn),
        outputs: {},
    }),
    "aws:route53/record:Record": (_name, inputs) => {
        const fqdn = String(inputs.name).replace(/\.$/, "");
        return {
            id: `${String(inputs.zoneId)}_${fqdn}_${String(inputs.type)}`,
            outputs: { fqdn },
        };
    },
};
