import * as aws from "@pulumi/aws";

import { type Absent, reasonOf } from "../adoption/lookUps";

/** What AWS says of an identity in Amazon SES. */
export type IdentityLookUp = { readonly name: string } & (
    | { readonly outcome: "verified"; readonly arn: string }
    | { readonly outcome: "unverified"; readonly status: string | undefined }
    | { readonly outcome: "absent" }
    /** The credentials may not ask. */
    | { readonly outcome: "denied"; readonly reason: string }
    | { readonly outcome: "unreadable"; readonly reason: string }
);

/** Looks up an identity in Amazon SES of this account. */
export async function lookUpIdentity(name: string, region: string): Promise<IdentityLookUp> {
    try {
        const identity: Absent<aws.sesv2.GetEmailIdentityResult> = await aws.sesv2.getEmailIdentity(
            { emailIdentity: name, region },
        );
        return identity.verifiedForSendingStatus && identity.arn
            ? { name, outcome: "verified", arn: identity.arn }
            : { name, outcome: "unverified", status: identity.verificationStatus ?? undefined };
    } catch (error) {
        const reason = reasonOf(error);
        if (/NotFoundException|couldn't find resource/.test(reason)) {
            return { name, outcome: "absent" };
        }
        const isDenied = /AccessDenied|not authorized/i.test(reason);
        return { name, outcome: isDenied ? "denied" : "unreadable", reason };
    }
}
