import * as aws from "@pulumi/aws";

import { accountOf } from "../components/arn";
import type { SuggestedAccount } from "../config/account";

/**
 * The result of a look-up as the AWS provider returns it: what AWS does not have is absent, lists
 * included, although the SDK's types say otherwise.
 */
export type Absent<Result> = Result extends readonly (infer Item)[]
    ? readonly (Absent<Item> | null | undefined)[]
    : Result extends object
      ? { readonly [Key in keyof Result]?: Absent<Result[Key]> | null | undefined }
      : Result;

/** Why a look-up failed. */
export function reasonOf(error: unknown): string {
    return (error instanceof Error ? error.message : String(error)).trim();
}

/** The account of the credentials, or why AWS does not say it. */
export type Caller = { readonly accountId: string } | { readonly unreadable: string };

/** Looks up whose credentials the AWS provider has. */
export async function lookUpCaller(): Promise<Caller> {
    try {
        const { accountId } = await aws.getCallerIdentity({});
        return { accountId };
    } catch (error) {
        return { unreadable: reasonOf(error) };
    }
}

/**
 * Finds the account that a stack is probably for: its user pool's, else that of the credentials.
 *
 * @param userPoolArns - ARNs of the user pools in the stack's state
 */
export async function suggestedAccount([arn]: readonly string[]): Promise<
    SuggestedAccount | undefined
> {
    // Without a look-up: it would write the provider's settings into the state before they are compared
    // with the pool, and with another account's the next refresh would forget the pool.
    if (arn !== undefined) return { id: accountOf(arn), source: "user pool" };
    const caller = await lookUpCaller();
    return "accountId" in caller ? { id: caller.accountId, source: "credentials" } : undefined;
}
