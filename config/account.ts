import { accountOf } from "../components/arn";
import type { Remedy } from "./remedies";
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
const placeholder = { placeholder: "YOUR_ACCOUNT_ID" };

const form: Form = {
    accepts: (value) => /^[0-9]{12}$/.test(value),
    expected: "the id of an AWS account, such as '012345678901': twelve digits, quoted",
    // Out of an ARN, or as the console writes it, with hyphens.
    correct: (value) => /(?<!\d)\d{12}(?!\d)/.exec(value.replaceAll(/[-\s]/g, ""))?.[0] ?? "",
    otherwise: placeholder,
};

const loss =
    "under another account's credentials Pulumi would forget the user pool and create a new one";

/**
 * Checks the id of the account that the AWS provider may work with, of which there must be exactly one.
 * No comparison in the program can take its place: a refresh forgets the user pool before the program
 * refuses anything, or without running it.
 *
 * @param suggested - What to suggest where it is missing, or one of several
 */
export function checkAccount(setting: Setting, suggested?: SuggestedAccount): string {
    const value = setting.value ?? "";
    if (value !== "" && !Array.isArray(value)) {
        const id = form.correct?.(String(setting.value)) ?? "";
        setting.refuse(
            "is not a list with the id of an account",
            id === "" ? placeholder : { set: id },
            setting.entry(0),
        );
        return "";
    }
    const [id, ...others] = value === "" ? [] : setting.entries().map(checkId);
    if (id === undefined) refuseMissing(setting, suggested);
    else if (others.length > 0) refuseSeveral(setting, [id, ...others], suggested);
    return id ?? "";
}

/**
 * Refuses the ARN of what is in another account than the stack's: AWS would do so in the middle of a
 * deployment.
 *
 * @param accountId - The stack's, empty if it is refused itself
 */
export function checkIsInAccount(
    setting: Setting,
    arn: string,
    accountId: string,
    remedy: Remedy,
): void {
    const account = accountOf(arn);
    if (arn === "" || accountId === "" || account === accountId) return;
    setting.refuse(`is in account ${account}, and the stack in ${accountId}`, remedy);
}

function checkId(entry: Setting): string {
    if (typeof entry.value !== "number") return checkForm(entry, form);
    const digits = String(entry.value);
    entry.refuse(
        "is a number, which loses leading zeros and reaches AWS's provider as" +
            ` ${entry.value.toExponential(1)}`,
        form.accepts(digits) ? { set: digits } : placeholder,
    );
    return "";
}

function refuseMissing(setting: Setting, suggested?: SuggestedAccount): void {
    setting.refuse(
        "is missing: the AWS account of this stack. It is required, because" +
            ` ${loss}. ${originOf(suggested)}`,
        suggested ? { set: suggested.id } : placeholder,
        setting.entry(0),
    );
}

function refuseSeveral(
    setting: Setting,
    ids: readonly string[],
    suggested?: SuggestedAccount,
): void {
    const right = ids.indexOf(suggested?.id ?? "");
    if (right < 0) {
        setting.refuse(
            `names ${String(ids.length)} accounts, and a stack is in one: ${loss}. ${originOf(suggested)}`,
            { edit: "Leave the right one alone" },
        );
        return;
    }
    // From the last on, because the indexes of those behind a removed one change.
    for (const index of [...ids.keys()].reverse().filter((index) => index !== right)) {
        const entry = setting.entry(index);
        entry.refuse(`is one account too many: ${loss}. ${originOf(suggested)}`, "remove");
    }
}

function originOf(suggested?: SuggestedAccount): string {
    return suggested
        ? `${suggested.id} is the account of ${origins[suggested.source]}`
        : "AWS's console shows yours in the menu at the top right";
}
