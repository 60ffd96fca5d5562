import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A domain of the company's own for the sign-in page. */
export type CustomDomain = {
    /** Host name, such as `auth.flexai.example.com`. */
    readonly name: string;
} & (
    | {
          /** Id of the public Route 53 zone that the name is in. */
          readonly zoneId: string;
      }
    | {
          /** ARN of an issued certificate for the name, for a name whose DNS is elsewhere. */
          readonly certificateArn: string;
      }
);

/** Settings of the domain. */
export interface CustomDomainSettings {
    /**
     * Domain of the company's own, beside the prefix domain.
     *
     * @default none
     */
    readonly customDomain?: CustomDomain | undefined;
    /** Tags of everything that takes tags. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Region of CloudFront's certificates, which Cognito requires in whatever region the pool is. */
export const certificateRegion = "us-east-1";

/** What a custom domain needs of the user pool. */
interface UserPoolOfDomain {
    readonly userPoolId: pulumi.Input<string>;
    readonly managedLoginVersion: number;
    readonly tags: CustomDomainSettings["tags"];
}

/** A custom domain once it is registered. */
export interface RegisteredCustomDomain {
    /** Its name. */
    readonly domain: pulumi.Output<string>;
    /** What the name must point to, where that is left to the operator. */
    readonly target: pulumi.Output<string> | undefined;
}

/**
 * Creates a custom domain and, in a Route 53 zone, its certificate and address records. All of it is
 * as protected as the rest, because flexAI is configured with the name.
 */
export function createCustomDomain(
    name: string,
    custom: CustomDomain,
    { userPoolId, managedLoginVersion, tags }: UserPoolOfDomain,
    child: pulumi.CustomResourceOptions,
): RegisteredCustomDomain {
    // A pool has one custom domain at a time. A record left over from a change that failed half way
    // would block the same record when the change is reverted.
    const opts = { ...child, deleteBeforeReplace: true };
    const certificateArn =
        "zoneId" in custom
            ? createCertificate(name, custom.name, custom.zoneId, tags, opts)
            : pulumi.output(custom.certificateArn);
    const { domain, cloudfrontDistribution, cloudfrontDistributionZoneId } =
        new aws.cognito.UserPoolDomain(
            `${name}-custom`,
            { userPoolId, domain: custom.name, certificateArn, managedLoginVersion },
            opts,
        );
    if (!("zoneId" in custom)) return { domain, target: cloudfrontDistribution };
    for (const type of ["A", "AAAA"]) {
        new aws.route53.Record(
            `${name}-custom-${type.toLowerCase()}`,
            {
                zoneId: custom.zoneId,
                name: custom.name,
                type,
                aliases: [
                    {
                        name: cloudfrontDistribution,
                        zoneId: cloudfrontDistributionZoneId,
                        evaluateTargetHealth: false,
                    },
                ],
            },
            opts,
        );
    }
    return { domain, target: undefined };
}

/** Creates a certificate, and returns its ARN once it is issued. */
function createCertificate(
    name: string,
    domainName: string,
    zoneId: string,
    tags: CustomDomainSettings["tags"],
    opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
    const region = certificateRegion;
    const certificate = new aws.acm.Certificate(
        `${name}-custom`,
        { domainName, validationMethod: "DNS", region, tags },
        // The domain uses the old one until it has the new one.
        { ...opts, deleteBeforeReplace: false },
    );
    const proof = certificate.domainValidationOptions.apply(([first]) => ({
        // One name has one proof.
        name: first?.resourceRecordName ?? "",
        type: first?.resourceRecordType ?? "",
        value: first?.resourceRecordValue ?? "",
    }));
    const record = new aws.route53.Record(
        `${name}-custom-validation`,
        // It stays: ACM renews the certificate by it.
        { zoneId, name: proof.name, type: proof.type, records: [proof.value], ttl: 300 },
        opts,
    );
    return new aws.acm.CertificateValidation(
        `${name}-custom`,
        { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn], region },
        opts,
    ).certificateArn;
}
