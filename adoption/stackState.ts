import { isCustomDomain } from "../components/endpoints";
import type { OpenIdProviderArgs } from "../components/openIdProvider";
import type { SuggestedAccount } from "../config/accountIds";

/** Look-up of the stack's state, which Pulumi's engine serves. */
export const stateToken = "pulumi:pulumi:readStackResourceOutputs";

/** What the stack made or took over before, as far as its state says so. */
export interface StackState {
    /** Logical names of its user pools. */
    readonly userPools: readonly string[];
    /** ARNs of its Lambda functions. */
    readonly functionArns: readonly string[];
    /** Ids of its clients. */
    readonly clientIds: readonly string[];
    /** Logical names of its groups, which are the roles'. */
    readonly groups: readonly string[];
    /** Whether it has a prefix domain of its own. */
    readonly hasDomain: boolean;
    /** What the component must know of the deployed pool. */
    readonly pool: Required<Pick<OpenIdProviderArgs, "hasThreatProtectionMode">>;
    /** Addresses to which its alarms go. */
    readonly alarmEmails: readonly string[];
    /** Names of its custom domains. */
    readonly customDomains: readonly string[];
    /** ARNs of its user pools. */
    readonly userPoolArns: readonly string[];
    /** Id of the user pool that the stack's outputs name, empty before its first deployment. */
    readonly deployedUserPoolId: string;
    /** Account that the stack is probably for, where its configuration must name one and does not. */
    readonly suggestedAccount: SuggestedAccount | undefined;
}

/** Outputs of every resource, by URN. */
export type ResourceOutputs = Readonly<
    Record<
        string,
        { readonly type: string; readonly outputs?: Readonly<Record<string, unknown>> | undefined }
    >
>;

/** Picks out what the adoption of a pool depends on. */
export function stackState(resources: ResourceOutputs): Omit<StackState, "suggestedAccount"> {
    const all = Object.entries(resources).map(([urn, { type, outputs }]) => ({
        // urn:pulumi:STACK::PROJECT::TYPE::NAME, where the name of a role may hold more colons.
        name: urn.split("::").slice(3).join("::"),
        kind: type.slice(type.lastIndexOf(":") + 1),
        outputs: outputs ?? {},
    }));
    const names = (kind: string) => all.filter((one) => one.kind === kind).map(({ name }) => name);
    const outputs = (kind: string, key: string) =>
        all
            .filter((one) => one.kind === kind)
            .map((one) => one.outputs[key])
            .filter((value) => typeof value === "string");
    const customDomains = outputs("UserPoolDomain", "domain").filter(isCustomDomain);
    return {
        userPools: names("UserPool"),
        functionArns: outputs("Function", "arn"),
        clientIds: outputs("UserPoolClient", "id"),
        groups: names("UserGroup"),
        pool: {
            hasThreatProtectionMode: all.some(
                ({ kind, outputs }) => kind === "UserPool" && Boolean(outputs.userPoolAddOns),
            ),
        },
        alarmEmails: outputs("TopicSubscription", "endpoint"),
        hasDomain: names("UserPoolDomain").length > customDomains.length,
        customDomains,
        userPoolArns: outputs("UserPool", "arn"),
        deployedUserPoolId: outputs("Stack", "userPoolId")[0] ?? "",
    };
}
