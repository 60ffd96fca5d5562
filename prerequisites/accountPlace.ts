import * as pulumi from "@pulumi/pulumi";

import { type Message, prefixed } from "../commandLine/message";
import { accountOf } from "../components/arn";
import { newStackCommand, stackCommand } from "../components/runningStack";
import type { Caller } from "./lookUp";
import type { StackState } from "./stackState";

/** After a refresh under other credentials, the state has lost what the outputs still name. */
export function lostUserPool({ deployedUserPoolId: id, userPools }: StackState): Message[] {
    if (id === "" || userPools.length > 0) return [];
    return [
        [
            `The stack's outputs name the user pool ${id}, and its state has none: pulumi up would create` +
                " a new, empty one. A refresh forgets the pool when it runs with another account's" +
                " credentials or in another region, or when the pool was deleted.",
            "Compare the account:",
            callerCommand,
            ...waysBack(),
            "If the pool is meant to be gone, delete the rest of the stack before the next pulumi up:",
            stackCommand("state unprotect --all"),
            stackCommand("destroy"),
        ],
    ];
}

const callerCommand = { line: "aws sts get-caller-identity" };

function waysBack(): Message {
    const stack = pulumi.getStack();
    const project = pulumi.getProject();
    return [
        "Restore the state from before the refresh, in Pulumi Cloud, with its own number in place of" +
            " VERSION:",
        stackCommand("stack history"),
        stackCommand("stack export --version VERSION --file state.json"),
        stackCommand("stack import --file state.json"),
        "In a backend of your own, copy the newest checkpoint.json from before the refresh in its folder" +
            ` .pulumi/history/${project}/${stack} over .pulumi/stacks/${project}/${stack}.json`,
    ];
}

/** Compares the configured account with the user pool's. */
export function otherAccount(arn: string, accountId: string): Message[] {
    const account = accountOf(arn);
    if (accountId === account) return [];
    return [
        [
            `'aws:allowedAccountIds' names ${accountId}, not the account of the stack's user pool,` +
                ` ${account}. For another account, make another stack:`,
            newStackCommand(),
            "To stay:",
            stackCommand(
                "config set",
                "--path",
                "--type",
                "string",
                "aws:allowedAccountIds[0]",
                account,
            ),
        ],
    ];
}

/** Compares the account of the credentials with the user pool's. */
export function otherCaller(arn: string, caller: Caller): Message[] {
    if (!("accountId" in caller) || caller.accountId === accountOf(arn)) return [];
    return [
        [
            `The AWS credentials are of account ${caller.accountId}, and the stack's user pool is in` +
                ` account ${accountOf(arn)}. Use credentials of ${accountOf(arn)}. To compare:`,
            callerCommand,
            ...prefixed(
                "A refresh with the wrong credentials, pulumi up --refresh included, has forgotten the" +
                    " pool.",
                waysBack(),
            ),
        ],
    ];
}

/** Warns where AWS does not say whose credentials are in use. */
export function unreadCaller(arn: string, caller: Caller): Message[] {
    if ("accountId" in caller) return [];
    return [
        [
            "The account of the AWS credentials cannot be read, so nobody compared it with that of the" +
                ` stack's user pool, ${accountOf(arn)}: ${caller.unreadable}. To compare:`,
            callerCommand,
        ],
    ];
}
