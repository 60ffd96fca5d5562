import { checkForm, type Form } from "./form";
import type { Setting } from "./setting";

const form: Form = {
    accepts: (value) => /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]+$/.test(value),
    expected: "the ARN of an IAM policy such as arn:aws:iam::123456789012:policy/flexai-boundary",
    otherwise: { set: "ARN_OF_YOUR_POLICY" },
};

/** Checks the ARN of a permissions boundary, which may be empty. */
export function checkPermissionsBoundary(setting: Setting): string {
    return (setting.value ?? "") === "" ? "" : checkForm(setting, form);
}
