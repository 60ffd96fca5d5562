import * as pulumi from "@pulumi/pulumi";

import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

/** An account that is probably meant, and where its number is from. */
export interface SuggestedAccount {
    readonly id: string;
    readonly source: "user pool" | "credentials";
}

const origins = {
    "user pool": "the stack's user pool",
    credentials: "your present credentials; check that it is the right one",
} as const;
const placeholder = { set: "YOUR_ACCOUNT_ID" };

const form: Form = {
    accepts: (value) => /^[0-9]{12}$/.test(value),
    expected: "the id of an AWS account, such as '012345678901': twelve digits, quoted",
    // Out of an ARN, or as the console writes it, with hyphens.
    correct: (value) => /(?<!\d)\d{12}(?!\d)/.exec(value.replaceAll(/[-\s]/g, ""))?.[0] ?? "",
    otherwise: placeholder,
};

/** Whether this stack must name its account and does not. */
export function isAccountMissing(): boolean {
    return new pulumi.Config().get("deletionProtection") === "true" && hasNoAccountIds();
}

/**
 * Checks the ids of the accounts that the AWS provider may work with.
 *
 * @param required - Whether there must be one
 */
export function checkAccountIds(
    setting: Setting,
    required: boolean,
    suggested?: SuggestedAccount,
): string[] {
    if (hasNoAccountIds()) {
        if (required) refuseMissing(setting, suggested);
        return [];
    }
    if (!Array.isArray(setting.value)) {
        const id = form.correct?.(String(setting.value)) ?? "";
        setting.refuse(
            "is not a list of account ids",
            id === "" ? placeholder : { set: id },
            setting.entry(0),
        );
        return [];
    }
    return setting.entries().map((entry) => {
        if (typeof entry.value !== "number") return checkForm(entry, form);
        const digits = String(entry.value);
        entry.refuse(
            "is a number, which loses leading zeros and reaches AWS's provider as" +
                ` ${entry.value.toExponential(1)}`,
            form.accepts(digits) ? { set: digits } : placeholder,
        );
        return "";
    });
}

function refuseMissing(setting: Setting, suggested?: SuggestedAccount): void {
    const origin = suggested
        ? `${suggested.id} is the account of ${origins[suggested.source]}`
        : "To see yours: aws sts get-caller-identity";
    setting.refuse(
        "is missing: the AWS account of this stack. With deletionProtection it is required, because" +
            " under another account's credentials Pulumi would forget the user pool and create a new" +
            ` one. ${origin}`,
        suggested ? { set: suggested.id } : placeholder,
        setting.entry(0),
    );
}

function hasNoAccountIds(): boolean {
    const ids = new pulumi.Config("aws").get("allowedAccountIds") ?? "";
    return ["", "[]", "null"].includes(ids);
}
