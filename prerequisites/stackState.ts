import { setTimeout } from "node:timers/promises";

import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

import { isObject } from "../commandLine/json";
import type { Message } from "../commandLine/message";
import { isCustomDomain } from "../components/endpoints";
import { groupsAttribute } from "../components/identityProvider";
import type { EarlierDeployment } from "../components/nextSteps";
import type { OpenIdProviderArgs } from "../components/openIdProvider";
import { stackCommand } from "../components/runningStack";
import type { SuggestedAccount } from "../config/account";
import { reasonOf, suggestedAccount } from "./lookUp";
import { refusal } from "./refusal";

/** Look-up of the stack's state, which Pulumi's engine serves. */
export const stateToken = "pulumi:pulumi:readStackResourceOutputs";

/** What the stack made or took over before, as far as its state says so. */
export interface StackState extends EarlierDeployment {
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
    readonly pool: Required<
        Pick<OpenIdProviderArgs, "hasThreatProtectionMode" | "hasCompanyGroups">
    >;
    /** Names of the users that it created. */
    readonly usernames: readonly string[];
    /** Names of its custom domains. */
    readonly customDomains: readonly string[];
    /** ARNs of its user pools. */
    readonly userPoolArns: readonly string[];
    /** Account that the stack is probably for. */
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
export function stackState(
    resources: ResourceOutputs,
): Omit<StackState, "isMocked" | "suggestedAccount"> {
    const all = Object.entries(resources).map(([urn, { type, outputs }]) => ({
        // urn:pulumi:STACK::PROJECT::TYPE::NAME, where the name of a role may hold more colons.
        name: urn.split("::").slice(3).join("::"),
        kind: type.slice(type.lastIndexOf(":") + 1),
        outputs: outputs ?? {},
    }));
    const ofKind = (kind: string) => all.filter((resource) => resource.kind === kind);
    const names = (kind: string) => ofKind(kind).map(({ name }) => name);
    const outputs = (kind: string, key: string) =>
        ofKind(kind)
            .map((resource) => resource.outputs[key])
            .filter((value) => typeof value === "string");
    const customDomains = outputs("UserPoolDomain", "domain").filter(isCustomDomain);
    const identityProviders = outputs("IdentityProvider", "providerName");
    const clientsProviders = ofKind("UserPoolClient").map((client) =>
        String(client.outputs.supportedIdentityProviders),
    );
    return {
        userPools: names("UserPool"),
        functionArns: outputs("Function", "arn"),
        clientIds: outputs("UserPoolClient", "id"),
        groups: names("UserGroup"),
        pool: {
            hasThreatProtectionMode: ofKind("UserPool").some(({ outputs }) =>
                Boolean(outputs.userPoolAddOns),
            ),
            hasCompanyGroups: ofKind("UserPool").some(({ outputs }) =>
                hasGroupsAttribute(outputs.schemas),
            ),
        },
        usernames: outputs("User", "username"),
        identityProviders,
        onlyCompany: identityProviders.find((name) => clientsProviders.includes(name)) ?? "",
        alarmEmails: outputs("TopicSubscription", "endpoint"),
        hasDomain: names("UserPoolDomain").length > customDomains.length,
        customDomains,
        userPoolArns: outputs("UserPool", "arn"),
        deployedUserPoolId: outputs("Stack", "userPoolId")[0] ?? "",
    };
}

/** Whether a pool's schema, as the provider reads it, has the attribute for a company's groups. */
function hasGroupsAttribute(schemas: unknown): boolean {
    if (!Array.isArray(schemas)) return false;
    return schemas.some(
        (attribute: unknown) => isObject(attribute) && attribute.name === groupsAttribute,
    );
}

/**
 * Reads the state of the stack that is being deployed, as its last operation left it. To be called
 * before anything is registered: from then on Pulumi rewrites the state.
 *
 * @throws {pulumi.RunError} When the state cannot be read
 */
export async function readStackState(): Promise<StackState> {
    const resources = await readResources().catch((error: unknown) => {
        throw refusal("", [stateRefusal(error)]);
    });
    const state = stackState(resources);
    return {
        ...state,
        isMocked: pulumi.runtime.getMonitor() instanceof MockMonitor,
        suggestedAccount: await suggestedAccount(state.userPoolArns),
    };
}

/** Reads the outputs of every resource in the state. */
async function readResources(attempts = 5): Promise<ResourceOutputs> {
    // In full: a short name would be looked for in the user's default organization.
    const stackName = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()].join("/");
    try {
        const response = (await pulumi.runtime.invoke(stateToken, { stackName })) as {
            readonly outputs: ResourceOutputs;
        };
        return response.outputs;
    } catch (error) {
        // The engine saves the stack itself meanwhile, and a file is read empty while it is written.
        if (attempts === 1 || !String(error).includes("failed to load checkpoint")) throw error;
        await setTimeout(200);
        return readResources(attempts - 1);
    }
}

/** Refuses to go on without the state, which alone shows whether the pool is being switched. */
function stateRefusal(error: unknown): Message {
    return [
        `The state of this stack cannot be read: ${reasonOf(error)}`,
        "Expected: that this works. Run:",
        stackCommand("stack export"),
    ];
}
