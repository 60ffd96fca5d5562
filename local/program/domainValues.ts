import { alphanumeric, arn, uuid, type Values } from "./sampleValues";

/** Values that AWS adds to the domains of the sign-in page, and to what a custom domain needs. */
export const domainValues: Values = {
    "aws:cognito/userPoolDomain:UserPoolDomain": (_name, inputs) => ({
        id: String(inputs.domain),
        outputs: {
            // A prefix domain has a distribution as well, although no record may point to it.
            cloudfrontDistribution: `d${alphanumeric(`domain ${String(inputs.domain)}`, 13).toLowerCase()}.cloudfront.net`,
            // The same for every distribution.
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
                        // The same for every certificate of this name in this account.
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
