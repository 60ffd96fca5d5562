import { emailIdentityType } from "../provider/lookUps";
import type { HeldResource } from "../provider/resource";

/** An identity in Amazon SES that may send. */
export function verifiedIdentity(name: string): HeldResource {
    return {
        type: emailIdentityType,
        id: name,
        inputs: { verifiedForSendingStatus: true, verificationStatus: "SUCCESS" },
        outputs: { arn: `arn:aws:ses:eu-central-1:123456789012:identity/${name}` },
    };
}
