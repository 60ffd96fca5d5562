import * as pulumi from "@pulumi/pulumi";

import { accountOf, isUserPoolId, regionOf } from "../../components/arn";
import type { StackConfig } from "../../config/stackConfig";
import { reasonOf } from "../lookUp";
import { settingName } from "../refusal";
import type { StackState } from "../stackState";

/** Refuses a stack whose user pool is, by its state, not where the configuration has it. */
export function placeRefusals(config: StackConfig, state: StackState): string[] {
    return [
        ...lostUserPool(state),
        ...state.userPoolArns.flatMap((arn) => [
            ...otherAccount(arn, config),
            ...otherRegion(arn, config),
        ]),
    ];
}

/** After a refresh under other credentials, the state has lost what the outputs still name. */
function lostUserPool({ deployedUserPoolId: id, userPools }: StackState): string[] {
    if (id === "" || userPools.length > 0) return [];
    const stack = pulumi.getStack();
    const project = pulumi.getProject();
    return [
        `The stack's outputs name the user pool ${id}, and its state has none: pulumi up would create` +
            " a new, empty one. A refresh forgets the pool when it runs with another account's" +
            " credentials or in another region, or when the pool was deleted.\n" +
            "    Compare the account: aws sts get-caller-identity\n" +
            "    Restore the state from before the refresh, in Pulumi Cloud: pulumi stack history, then" +
            ` pulumi stack export --version VERSION --stack ${stack} --file state.json, then` +
            ` pulumi stack import --stack ${stack} --file state.json\n` +
            "    In a backend of your own, copy the newest checkpoint.json from before the refresh in its folder" +
            ` .pulumi/history/${project}/${stack} over .pulumi/stacks/${project}/${stack}.json\n` +
            "    If the pool is meant to be gone, delete the rest of the stack before the next pulumi up:" +
            ` pulumi state unprotect --all --stack ${stack}, then pulumi destroy --stack ${stack}`,
    ];
}

function otherAccount(arn: string, { allowedAccountIds: allowed }: StackConfig): string[] {
    const account = accountOf(arn);
    if (allowed.length === 0 || allowed.includes(account)) return [];
    return [
        `'aws:allowedAccountIds' does not contain the account of the stack's user pool, ${account}.` +
            " For another account, make another stack: pulumi stack init YOUR_STACK\n" +
            "    To stay: pulumi config set --path --type string 'aws:allowedAccountIds[0]' " +
            account,
    ];
}

function otherRegion(arn: string, { region, deletionProtection }: StackConfig): string[] {
    const deployed = arn.split(":")[3] ?? "";
    if (deployed === region || !deletionProtection) return [];
    return [
        `'aws:region' value '${region}' is not the region of the stack's user pool, ${deployed}, and a` +
            " pool cannot move. For another region, make another stack: pulumi stack init YOUR_STACK\n" +
            `    To stay: pulumi config set aws:region ${deployed}`,
    ];
}

/** Refuses a pool that could not be read, or something that belongs to it. */
export function lookUpRefusal(userPoolId: string, error: unknown): string {
    return (
        `${settingName("existingUserPoolId")} value '${userPoolId}' is not a user pool that can be read:` +
        ` ${reasonOf(error)}\n    Expected: the id of a user pool in this account and region, and the` +
        " rights that docs/adopting.md lists. Run: aws cognito-idp list-user-pools --max-results 60" +
        ` --region ${regionOf(userPoolId)}`
    );
}

/**
 * Refuses to change from one pool to another within a stack, which would take flexAI's users from it
 * and might delete their pool.
 *
 * @param userPoolId - What the stack's configuration names, empty for a pool of its own
 */
export function switchRefusals(userPoolId: string, { userPools }: StackState): string[] {
    const key = settingName("existingUserPoolId");
    return userPools.flatMap((name) => {
        if (name === userPoolId || (userPoolId === "" && !isUserPoolId(name))) return [];
        const subject = userPoolId === "" ? `${key} is missing` : `${key} value '${userPoolId}'`;
        return [
            isUserPoolId(name)
                ? `${subject}, but this stack has taken over the user pool ${name} and cannot change` +
                  ` to another. Run: pulumi config set existingUserPoolId ${name}\n` +
                  "    For another pool or a new one, make another stack. Run: pulumi stack init YOUR_STACK"
                : `${subject}, but this stack has a user pool of its own and cannot change to another.` +
                  " Run: pulumi config rm existingUserPoolId\n" +
                  "    To take over a pool, make another stack. Run: pulumi stack init YOUR_STACK",
        ];
    });
}
