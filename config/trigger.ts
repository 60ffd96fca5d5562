import { accountOf } from "../components/arn";
import { checkIsInAccount } from "./account";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

/** What CloudWatch accepts. Source: its `PutRetentionPolicy`. */
const periods = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

/** Checks the number of days that a log is kept. */
export function checkRetention(setting: Setting): number {
    const days = Number(setting.value);
    if (periods.some((period) => period === setting.value)) return days;
    const next = days > 0 ? periods.find((period) => period >= days) : undefined;
    const remedy = next === undefined ? { placeholder: "DAYS" } : { set: next };
    setting.refuse(`is not one of CloudWatch's periods in days: ${periods.join(", ")}`, remedy);
    return 0;
}

const policyForm: Form = {
    accepts: (value) => /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]+$/.test(value),
    expected: "the ARN of an IAM policy such as arn:aws:iam::123456789012:policy/flexai-boundary",
    otherwise: { placeholder: "ARN_OF_YOUR_POLICY" },
};

/**
 * Checks the ARN of a permissions boundary, which may be empty.
 *
 * @param accountId - The stack's, empty if it is refused itself
 */
export function checkPermissionsBoundary(setting: Setting, accountId: string): string {
    const arn = (setting.value ?? "") === "" ? "" : checkForm(setting, policyForm);
    // AWS's own policies are in every account.
    if (accountOf(arn) !== "aws") checkIsInAccount(setting, arn, accountId, policyForm.otherwise);
    else if (arn.endsWith("::aws:policy/AdministratorAccess")) {
        setting.warn("allows everything, so it bounds nothing", {
            edit: "Write the ARN of the boundary that your company requires, or delete the setting",
        });
    }
    return arn;
}
