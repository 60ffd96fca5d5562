import { accountOf, isRegionalArn, nameInArn, regionOfArn } from "../components/arn";
import { addressForm, addressOf, identitiesFor, senderForm } from "./emailAddress";
import type { Setting } from "./setting";
import { checkFields, checkForm, type Form } from "./shapes";

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
    otherwise: { placeholder: "ARN_OF_YOUR_IDENTITY" },
};

/**
 * Checks where Cognito's emails come from.
 *
 * @param region - The pool's
 */
export function checkEmail(setting: Setting, region: string): EmailSettings {
    const present = checkFields(setting, "a sender of emails", fields);
    if (!present) return {};
    const from = checkForm(setting.field("from"), senderForm);
    const [replyTo, identityArn] = [
        present.includes("replyTo") && checkForm(setting.field("replyTo"), addressForm),
        present.includes("identityArn") && checkForm(setting.field("identityArn"), identityForm),
    ];
    if (identityArn) checkIdentity(setting.field("identityArn"), identityArn, from, region);
    return { from, ...(replyTo && { replyTo }), ...(identityArn && { identityArn }) };
}

function checkIdentity(setting: Setting, arn: string, from: string, region: string): void {
    const identity = nameInArn(arn);
    const covering = identitiesFor(addressOf(from));
    if (from !== "" && !covering.some((name) => isSameIdentity(name, identity))) {
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
function isSameIdentity(name: string, other: string): boolean {
    const normal = (identity: string) =>
        identity.replace(/[^@]*$/, (domain) => domain.toLowerCase());
    return normal(name) === normal(other);
}

/** Where SES identities may be besides the pool's own region, for pools in the regions of Cognito's first years. */
const everywhere = ["us-east-1", "us-west-2", "eu-west-1"];
const early = [
    ...["us-east-1", "us-east-2", "us-west-2", "ca-central-1", "eu-central-1", "eu-west-1"],
    ...["eu-west-2", "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1"],
    "ap-southeast-2",
];

/** Where they must be for pools in regions that have Cognito and not SES. */
const elsewhere: Readonly<Record<string, string>> = {
    "ap-east-1": "ap-southeast-1",
    "ap-south-2": "ap-south-1",
    "ap-southeast-4": "ap-southeast-2",
    "ap-southeast-5": "ap-southeast-2",
    "ap-southeast-7": "ap-southeast-1",
    "ca-west-1": "ca-central-1",
    "eu-central-2": "eu-central-1",
    "eu-south-2": "eu-west-3",
    "me-central-1": "eu-central-1",
    "mx-central-1": "us-east-1",
};

/**
 * The regions whose SES identities a user pool can send with, the preferred one first. Source:
 * Cognito's developer guide, "Amazon SES email configuration Regions".
 */
export function sesRegions(userPoolRegion: string): readonly [string, ...string[]] {
    const other = elsewhere[userPoolRegion];
    if (other !== undefined) return [other];
    if (!early.includes(userPoolRegion)) return [userPoolRegion];
    return [userPoolRegion, ...everywhere.filter((region) => region !== userPoolRegion)];
}
