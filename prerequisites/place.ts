import * as pulumi from "@pulumi/pulumi";

import { accountOf, regionOfArn } from "../components/arn";
import { instruction } from "../config/problems";
import type { StackConfig } from "../config/stackConfig";
import { refusal } from "./refusal";
import type { StackState } from "./stackState";

/** Where the configuration has the stack. */
type Place = Pick<StackConfig, "accountId" | "region" | "isRegionWritten" | "deletionProtection">;

/**
 * Compares where the configuration and the credentials have the stack with where its user pool is by
 * its state. Warns of what cannot be compared, and of what may change without anybody's decision.
 *
 * @throws {pulumi.RunError} When the pool is elsewhere, or no longer in the state
 */
export function checkPlace(place: Place, state: StackState): void {
    const refusals = [
        ...lostUserPool(state),
        ...state.userPoolArns.flatMap((arn) => [
            ...otherAccount(arn, place),
            ...otherCaller(arn, state),
            ...otherRegion(arn, place),
        ]),
    ];
    if (refusals.length > 0) throw refusal("", refusals);
    const warnings = [
        ...state.userPoolArns.flatMap((arn) => [
            ...unreadCaller(arn, state),
            ...replacement(arn, place),
        ]),
        ...unwrittenRegion(place),
    ];
    for (const warning of warnings) void pulumi.log.warn(warning);
}

/** After a refresh under other credentials, the state has lost what the outputs still name. */
function lostUserPool({ deployedUserPoolId: id, userPools }: StackState): string[] {
    if (id === "" || userPools.length > 0) return [];
    const stack = pulumi.getStack();
    return [
        `The stack's outputs name the user pool ${id}, and its state has none: pulumi up would create` +
            " a new, empty one. A refresh forgets the pool when it runs with another account's" +
            " credentials or in another region, or when the pool was deleted.\n" +
            "    Compare the account: aws sts get-caller-identity\n" +
            `    ${waysBack()}\n` +
            "    If the pool is meant to be gone, delete the rest of the stack before the next pulumi up:" +
            ` pulumi state unprotect --all --stack ${stack}, then pulumi destroy --stack ${stack}`,
    ];
}

function waysBack(): string {
    const stack = pulumi.getStack();
    const project = pulumi.getProject();
    return (
        "Restore the state from before the refresh, in Pulumi Cloud: pulumi stack history, then" +
        ` pulumi stack export --version VERSION --stack ${stack} --file state.json, then` +
        ` pulumi stack import --stack ${stack} --file state.json\n` +
        "    In a backend of your own, copy the newest checkpoint.json from before the refresh in its folder" +
        ` .pulumi/history/${project}/${stack} over .pulumi/stacks/${project}/${stack}.json`
    );
}

function otherAccount(arn: string, { accountId }: Place): string[] {
    const account = accountOf(arn);
    if (accountId === account) return [];
    return [
        `'aws:allowedAccountIds' names ${accountId}, not the account of the stack's user pool, ${account}.` +
            " For another account, make another stack: pulumi stack init YOUR_STACK\n" +
            `    To stay: pulumi config set --path --type string 'aws:allowedAccountIds[0]' ${account}`,
    ];
}

function otherCaller(arn: string, { caller }: StackState): string[] {
    if (!("accountId" in caller) || caller.accountId === accountOf(arn)) return [];
    return [
        `The AWS credentials are of account ${caller.accountId}, and the stack's user pool is in account` +
            ` ${accountOf(arn)}. Use credentials of ${accountOf(arn)}. To compare: aws sts get-caller-identity\n` +
            "    A refresh with the wrong credentials, pulumi up --refresh included, has forgotten the pool." +
            ` ${waysBack()}`,
    ];
}

function unreadCaller(arn: string, { caller }: StackState): string[] {
    if ("accountId" in caller) return [];
    return [
        "The account of the AWS credentials cannot be read, so nobody compared it with that of the stack's" +
            ` user pool, ${accountOf(arn)}: ${caller.unreadable}. To compare: aws sts get-caller-identity`,
    ];
}

function otherRegion(
    arn: string,
    { region, isRegionWritten, deletionProtection }: Place,
): string[] {
    const deployed = regionOfArn(arn);
    if (deployed === region) return [];
    if (!isRegionWritten) {
        return [
            `'aws:region' is not in the configuration: ${region} is from the environment of whoever runs` +
                ` Pulumi, and the stack's user pool is in ${deployed}. ${toWrite(deployed)}`,
        ];
    }
    if (!deletionProtection) return [];
    return [
        `'aws:region' value '${region}' is not the region of the stack's user pool, ${deployed}, and a` +
            " pool cannot move. For another region, make another stack: pulumi stack init YOUR_STACK\n" +
            `    To stay: pulumi config set aws:region ${deployed}`,
    ];
}

/** Where nothing is protected, somebody may have decided it. */
function replacement(arn: string, { region }: Place): string[] {
    const deployed = regionOfArn(arn);
    if (deployed === region) return [];
    return [
        `'aws:region' value '${region}' is not the region of the stack's user pool, ${deployed}: pulumi up` +
            " creates a new, empty one and deletes that one with its users." +
            ` To keep it: pulumi config set aws:region ${deployed}`,
    ];
}

function unwrittenRegion({ region, isRegionWritten }: Place): string[] {
    if (isRegionWritten) return [];
    return [
        `'aws:region' is not in the configuration: ${region} is from the environment of whoever runs` +
            ` Pulumi, and a user pool cannot move. ${toWrite(region)}`,
    ];
}

function toWrite(region: string): string {
    return instruction({ namespace: "", path: "aws:region", nested: false }, { set: region });
}
