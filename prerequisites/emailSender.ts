import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountOf, nameInArn, regionOfArn } from "../components/arn";
import type { EmailSender } from "../components/emails";
import { sesRegions } from "../config/email";
import { addressOf, identitiesFor } from "../config/emailAddress";
import type { StackConfig } from "../config/stackConfig";
import { type IdentityLookUp, identityRefusal, lookUpIdentity } from "./emailIdentity";
import { reasonOf } from "./lookUp";
import { refusal, settingName } from "./refusal";

/**
 * Finds the identity in Amazon SES that the configured sender belongs to, which must be verified. An
 * identity of another account cannot be looked up, and is warned of.
 *
 * @throws {pulumi.RunError} When there is none that may send, or that cannot be read
 */
export async function findEmailSender({
    email,
    region: userPoolRegion,
}: Pick<StackConfig, "email" | "region">): Promise<EmailSender | undefined> {
    const { from, identityArn, ...others } = email;
    if (from === undefined) return undefined;
    if (identityArn !== undefined && (await isForeign(identityArn))) {
        return { from, identityArn, ...others };
    }
    const [names, region] =
        identityArn === undefined
            ? [identitiesFor(addressOf(from)), sesRegions(userPoolRegion)[0]]
            : [[nameInArn(identityArn)] as const, regionOfArn(identityArn)];
    const lookUps: IdentityLookUp[] = await Promise.all(
        names.map((name) => lookUpIdentity(name, region)),
    );
    const verified = lookUps.find(({ outcome }) => outcome === "verified");
    if (verified?.outcome !== "verified") {
        throw refusal("", [identityRefusal(addressOf(from), region, lookUps)]);
    }
    return { from, identityArn: identityArn ?? verified.arn, ...others };
}

/** Whether it is not of the account whose credentials are in use; warns if so. */
async function isForeign(identityArn: string): Promise<boolean> {
    const { accountId } = await aws.getCallerIdentity({}).catch((error: unknown) => {
        throw refusal("", [
            `The account of the AWS credentials cannot be read: ${reasonOf(error)}\n` +
                "    Expected: credentials that work. Run: aws sts get-caller-identity",
        ]);
    });
    if (accountOf(identityArn) === accountId) return false;
    void pulumi.log.warn(
        `${settingName("email.identityArn")} value '${identityArn}' is of account` +
            ` ${accountOf(identityArn)}, not of this one, ${accountId}: nobody checked that it is` +
            " verified, and Cognito is documented to send with identities of its own account alone." +
            " Use an identity of this account",
    );
    return true;
}
