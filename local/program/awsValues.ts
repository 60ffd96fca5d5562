import { createHash } from "node:crypto";

/** What AWS returns when a resource is created: its id, and what it computes besides the inputs. */
export interface AwsValues {
    readonly id: string;
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** Where a resource seems to be. */
export interface AwsPlace {
    readonly region: string;
    /** Twelve digits. */
    readonly accountId: string;
}

type Inputs = Readonly<Record<string, unknown>>;

/**
 * Computes what AWS, or the random provider, would for a resource of this program. The tests' mocks,
 * the tests' provider and `npm start` share it.
 *
 * @param name - The physical name of a resource that Pulumi names
 * @throws {Error} On a type that the program is not known to create
 */
export function awsValues(type: string, name: string, inputs: Inputs, place: AwsPlace): AwsValues {
    const compute = table[type];
    if (!compute) throw new Error(`'${type}' is not in the table of what AWS computes.`);
    return compute(name, inputs, place);
}

const table: Readonly<
    Record<string, (name: string, inputs: Inputs, place: AwsPlace) => AwsValues>
> = {
    "aws:cloudwatch/logGroup:LogGroup": (name, inputs, place) => {
        const chosen = typeof inputs.name === "string" ? inputs.name : name;
        const outputs = { name: chosen, arn: arn("logs", place, `log-group:${chosen}`) };
        return { id: chosen, outputs };
    },
    "aws:iam/role:Role": (name, _inputs, { accountId }) => ({
        id: name,
        outputs: { name, arn: `arn:aws:iam::${accountId}:role/${name}` },
    }),
    "aws:iam/rolePolicy:RolePolicy": (name, inputs) => ({
        id: `${String(inputs.role)}:${name}`,
        outputs: { name },
    }),
    "aws:lambda/function:Function": (name, _inputs, place) => ({
        id: name,
        outputs: { name, arn: arn("lambda", place, `function:${name}`) },
    }),
    "aws:lambda/permission:Permission": (name) => ({ id: name, outputs: { statementId: name } }),
    "aws:sns/topic:Topic": (name, _inputs, place) => {
        const topicArn = arn("sns", place, name);
        return { id: topicArn, outputs: { name, arn: topicArn } };
    },
    "aws:sns/topicSubscription:TopicSubscription": (name, { topic }) => {
        const subscriptionArn = `${String(topic)}:${uuid(name)}`;
        return {
            id: subscriptionArn,
            outputs: { arn: subscriptionArn, pendingConfirmation: true },
        };
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": (name, _inputs, place) => ({
        id: name,
        outputs: { name, arn: arn("cloudwatch", place, `alarm:${name}`) },
    }),
    "aws:cognito/userPool:UserPool": (name, _inputs, place) => {
        const id = `${place.region}_${alphanumeric(`pool ${name}`, 9)}`;
        return {
            id,
            outputs: {
                name,
                arn: arn("cognito-idp", place, `userpool/${id}`),
                endpoint: `cognito-idp.${place.region}.amazonaws.com/${id}`,
                region: place.region,
            },
        };
    },
    "aws:cognito/userPoolClient:UserPoolClient": (name) => ({
        id: alphanumeric(`client ${name}`, 26).toLowerCase(),
        outputs: { clientSecret: alphanumeric(`secret ${name}`, 51).toLowerCase() },
    }),
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
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": (name, inputs) => ({
        id: `${String(inputs.userPoolId)},${uuid(name)}`,
        outputs: { managedLoginBrandingId: uuid(name) },
    }),
    "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": (_name, { userPoolId }) => ({
        id: String(userPoolId),
        outputs: {},
    }),
    "aws:cognito/riskConfiguration:RiskConfiguration": (_name, { userPoolId }) => ({
        id: String(userPoolId),
        outputs: {},
    }),
    "random:index/randomPassword:RandomPassword": (name) => ({
        id: "none",
        outputs: { result: alphanumeric(`password ${name}`, 64), bcryptHash: `hash of ${name}` },
    }),
    "aws:cognito/userGroup:UserGroup": (_name, inputs) => ({
        id: `${String(inputs.userPoolId)}/${String(inputs.name)}`,
        outputs: {},
    }),
    "aws:cognito/user:User": (name, inputs) => ({
        id: `${String(inputs.userPoolId)}/${String(inputs.username)}`,
        outputs: { sub: uuid(name) },
    }),
    "aws:cognito/userInGroup:UserInGroup": (_name, inputs) => ({
        id: `${String(inputs.userPoolId)},${String(inputs.groupName)},${String(inputs.username)}`,
        outputs: {},
    }),
};

function arn(service: string, { region, accountId }: AwsPlace, resource: string): string {
    return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

/** Letters and digits, 64 at most, that look random and are the same for the same seed. */
function alphanumeric(seed: string, length: number): string {
    const digest = createHash("sha512").update(seed).digest("base64");
    return digest.replace(/[^A-Za-z0-9]/g, "").slice(0, length);
}

function uuid(seed: string): string {
    return createHash("sha256")
        .update(seed)
        .digest("hex")
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}
