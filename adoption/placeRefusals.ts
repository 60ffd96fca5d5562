import * as pulumi from "@pulumi/pulumi";

import { accountOf } from "../components/arn";
import type { StackConfig } from "../config/stackConfig";
import type { StackState } from "./stackState";

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
