import { checkForm, type Form } from "./form";
import type { Setting } from "./setting";

const id = "[a-z]{2,}(?:-[a-z]+)+-[0-9]+_[0-9A-Za-z]{1,45}";
const pattern = new RegExp(`^${id}$`);

const form: Form = {
    accepts: isUserPoolId,
    expected: "the id of a user pool such as eu-central-1_Abc123XyZ",
    // Out of an ARN or an issuer; a region is written in lower case.
    correct: (value) =>
        (new RegExp(id, "i").exec(value)?.[0] ?? "").replace(/^[^_]*/, (region) =>
            region.toLowerCase(),
        ),
    otherwise: { set: "YOUR_USER_POOL_ID" },
};

/** Whether the string has the form of a user pool's id, such as `eu-central-1_Abc123XyZ`. */
export function isUserPoolId(value: string): boolean {
    return pattern.test(value);
}

/** The region of a user pool, which its id begins with. */
export function regionOf(userPoolId: string): string {
    return userPoolId.split("_")[0] ?? "";
}

/** Checks the id of a user pool to take over, which may be empty, and that the region is its own. */
export function checkExistingUserPoolId(setting: Setting, region: Setting): string {
    if ((setting.value ?? "") === "") return "";
    const userPoolId = checkForm(setting, form);
    if (userPoolId !== "" && Boolean(region.value) && region.value !== regionOf(userPoolId)) {
        region.refuse(`is not the region of the user pool to take over, ${userPoolId}`, {
            set: regionOf(userPoolId),
        });
    }
    return userPoolId;
}
