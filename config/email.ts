import { accountOf, isRegionalArn, nameInArn, regionOfArn } from "../components/arn";
import { addressForm, addressOf, identitiesFor, senderForm } from "./emailAddress";
import { checkFields } from "./fields";
import { checkForm, type Form } from "./form";
import { refuseForExistingPool } from "./ownPoolOnly";
import { sesRegions } from "./sesRegions";
import type { Setting } from "./setting";

const fields = ["from", "replyTo", "identityArn"] as const;

/** Where Cognito's emails come from, as the configuration has it; empty for Cognito's own sender. */
export interface EmailSettings {
    /** An address, or a name and an address such as `flexAI <flexai@example.com>`. */
    readonly from?: string;
    /** Address for replies. */
    readonly replyTo?: string;
    /** ARN of the identity in Amazon SES, where the one that belongs to `from` is not to be looked for. */
    readonly identityArn?: string;
}

const identityForm: Form = {
    accepts: (value) =>
        isRegionalArn(value) && /^arn:aws:ses:[^:]*:\d{12}:identity\/[^/:]+$/.test(value),
    expected:
        "the ARN of an identity in Amazon SES such as arn:aws:ses:eu-central-1:123456789012:identity/example.com",
    otherwise: { set: "ARN_OF_YOUR_IDENTITY" },
};

/**
 * Checks where Cognito's emails come from. A pool that exists already has a sender of its team's.
 *
 * @param region - The pool's
 */
export function checkEmail(
    setting: Setting,
    existingUserPoolId: Setting,
    region: string,
): EmailSettings {
    const given = checkFields(setting, "a sender of emails", fields);
    if (!given) return {};
    refuseForExistingPool(setting, existingUserPoolId, "sender");
    const from = checkForm(setting.field("from"), senderForm);
    const [replyTo, identityArn] = [
        given.includes("replyTo") && checkForm(setting.field("replyTo"), addressForm),
        given.includes("identityArn") && checkForm(setting.field("identityArn"), identityForm),
    ];
    if (identityArn) checkIdentity(setting.field("identityArn"), identityArn, from, region);
    return { from, ...(replyTo && { replyTo }), ...(identityArn && { identityArn }) };
}

function checkIdentity(setting: Setting, arn: string, from: string, region: string): void {
    const identity = nameInArn(arn);
    const covering = identitiesFor(addressOf(from));
    if (from !== "" && !covering.some((one) => isSameIdentity(one, identity))) {
        const account = [regionOfArn(arn), accountOf(arn)].join(":");
        setting.refuse(
            `is not the ARN of an identity that may send from '${addressOf(from)}'. Those are:` +
                ` ${covering.join(", ")}`,
            { set: `arn:aws:ses:${account}:identity/${covering[1] ?? covering[0]}` },
        );
    }
    const regions = sesRegions(region);
    if (!regions.includes(regionOfArn(arn))) {
        setting.warn(
            `is in ${regionOfArn(arn)}. Cognito in ${region} is documented to send by Amazon SES in` +
                ` ${regions.join(", ")}, and AWS may refuse this or lose emails`,
            { edit: `Use an identity in ${regions[0]}` },
        );
    }
}

/** Domains have no case; the part of an address before its `@` has. */
function isSameIdentity(one: string, other: string): boolean {
    const normal = (name: string) => name.replace(/[^@]*$/, (domain) => domain.toLowerCase());
    return normal(one) === normal(other);
}
