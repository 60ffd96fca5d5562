import type { Setting } from "./setting";

const pattern = /^[a-z]{2,}(-[a-z]+)+-[0-9]+_[0-9A-Za-z]{1,45}$/;

/** Whether the text has the form of a user pool's id, such as `eu-central-1_Abc123XyZ`. */
export function isUserPoolId(text: string): boolean {
    return pattern.test(text);
}

/** The region of a user pool, which its id begins with. */
export function regionOf(userPoolId: string): string {
    return userPoolId.slice(0, userPoolId.indexOf("_"));
}

/** Checks the id of a user pool to take over, which may be empty, and that the region is its own. */
export function checkExistingUserPoolId(setting: Setting, region: Setting): string {
    const id = typeof setting.value === "string" ? setting.value : "";
    if (id === "") return id;
    const example = "eu-central-1_Abc123XyZ";
    if (!isUserPoolId(id)) {
        setting.refuse(`is not the id of a user pool such as ${example}`, example);
    } else if (region.value !== undefined && region.value !== regionOf(id)) {
        region.refuse(`is not the region of the user pool to take over, ${id}`, regionOf(id));
    }
    return id;
}
