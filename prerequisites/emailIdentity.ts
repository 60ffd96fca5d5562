import * as aws from "@pulumi/aws";

import type { Line, Message } from "../commandLine/message";
import { quoted } from "../commandLine/shell";
import { domainOf } from "../config/emailAddress";
import { type Absent, reasonOf } from "./lookUp";
import { settingName } from "./refusal";

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

/** Says why nobody may send from an address, and what to do about it. */
export function identityRefusal(
    address: string,
    region: string,
    lookUps: readonly IdentityLookUp[],
): Message {
    const subject = `${settingName("email.from")} address '${address}'`;
    const command = (operation: string, name: string, options = ""): Line => ({
        line: `aws sesv2 ${operation} --region ${region} --email-identity ${quoted(name)}${options}`,
    });
    for (const lookUp of lookUps) {
        if (lookUp.outcome !== "unverified") continue;
        const { name, status } = lookUp;
        const isAddress = name.includes("@");
        return [
            `${subject}: the identity ${name} of Amazon SES in ${region} is not verified for sending` +
                `${status === undefined ? "" : ` (${status})`}.`,
            isAddress
                ? "Expected: that somebody opens the link in the email that AWS sent to it. For another" +
                  " email, delete the identity and create it again. To see its state, run:"
                : `Expected: that the DNS of ${name} has the three CNAME records of its DKIM tokens. To` +
                  " see them, run:",
            command("get-email-identity", name, isAddress ? "" : " --query DkimAttributes"),
        ];
    }
    for (const lookUp of lookUps) {
        if (lookUp.outcome !== "denied" && lookUp.outcome !== "unreadable") continue;
        const { name, outcome, reason } = lookUp;
        return [
            `${subject}: the identity ${name} of Amazon SES in ${region} cannot be read: ${reason}`,
            outcome === "denied"
                ? "Expected: that the credentials may do ses:GetEmailIdentity on" +
                  ` arn:aws:ses:${region}:*:identity/*, as in docs/policies/email.json. To try, run:`
                : "Expected: that this works. Run:",
            command("get-email-identity", name),
        ];
    }
    const domain = domainOf(address);
    return [
        `${subject}: Amazon SES in ${region} has no identity in this account that may send from it` +
            ` (${lookUps.map(({ name }) => name).join(", ")}).`,
        "Expected: one that is verified. Run:",
        command("create-email-identity", domain),
        `Then put its three DKIM tokens into the DNS of ${domain} as docs/own-mail.md shows`,
    ];
}
