import { domainValues } from "./domainValues";
import {
    alphanumeric,
    arn,
    type AwsPlace,
    type AwsValues,
    type Inputs,
    uuid,
    type Values,
} from "./sampleValues";

/**
 * Computes the values that AWS, or the random provider, would add to a resource of this program. Shared by
 * `npm start`, the tests' mocks and the tests' provider.
 *
 * @param name - The physical name of a resource that Pulumi names
 * @throws {Error} When the type is not in the table
 */
export function awsValues(type: string, name: string, inputs: Inputs, place: AwsPlace): AwsValues {
    const compute = table[type];
    if (!compute) throw new Error(`'${type}' is not in the table of what AWS computes.`);
    return compute(name, inputs, place);
}

const table: Values = {
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
    "aws:cognito/identityProvider:IdentityProvider": (_name, { userPoolId, providerName }) => ({
        id: `${String(userPoolId)}:${String(providerName)}`,
        outputs: {},
    }),
    ...domainValues,
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
