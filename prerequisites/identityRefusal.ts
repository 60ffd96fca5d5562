import { settingName } from "../adoption/commands";
import { domainOf } from "../config/emailAddress";
import { quoted } from "../config/quoted";
import type { IdentityLookUp } from "./emailIdentity";

/** Says why nobody may send from an address, and what to do about it. */
export function identityRefusal(
    address: string,
    region: string,
    lookUps: readonly IdentityLookUp[],
): string {
    const subject = `${settingName("email.from")} address '${address}'`;
    const command = (operation: string, name: string) =>
        `aws sesv2 ${operation} --region ${region} --email-identity ${quoted(name)}`;
    for (const lookUp of lookUps) {
        if (lookUp.outcome !== "unverified") continue;
        const { name, status } = lookUp;
        return (
            `${subject}: the identity ${name} of Amazon SES in ${region} is not verified for sending` +
            `${status === undefined ? "" : ` (${status})`}.\n    Expected: ` +
            (name.includes("@")
                ? "that somebody opens the link in the email that AWS sent to it. For another email, delete" +
                  ` the identity and create it again. To see its state, run: ${command("get-email-identity", name)}`
                : `that the DNS of ${name} has the three CNAME records of its DKIM tokens. To see them, run: ` +
                  `${command("get-email-identity", name)} --query DkimAttributes`)
        );
    }
    for (const lookUp of lookUps) {
        if (lookUp.outcome !== "denied" && lookUp.outcome !== "unreadable") continue;
        const { name, outcome, reason } = lookUp;
        return (
            `${subject}: the identity ${name} of Amazon SES in ${region} cannot be read: ${reason}\n` +
            "    Expected: " +
            (outcome === "denied"
                ? "that the credentials may do ses:GetEmailIdentity on" +
                  ` arn:aws:ses:${region}:*:identity/*, as in docs/deployer-policy.json. To try, run: `
                : "that this works. Run: ") +
            command("get-email-identity", name)
        );
    }
    const domain = domainOf(address);
    return (
        `${subject}: Amazon SES in ${region} has no identity in this account that may send from it` +
        ` (${lookUps.map(({ name }) => name).join(", ")}).\n` +
        `    Expected: one that is verified. Run: ${command("create-email-identity", domain)}, then put` +
        ` its three DKIM tokens into the DNS of ${domain} as docs/own-mail.md shows`
    );
}
