import { isUserPoolId, regionOf, userPoolIdPattern } from "../components/arn";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

const idForm: Form = {
    accepts: isUserPoolId,
    expected: "the id of a user pool such as eu-central-1_Abc123XyZ",
    // Out of an ARN or an issuer; a region is written in lower case.
    correct: (value) =>
        (new RegExp(userPoolIdPattern, "i").exec(value)?.[0] ?? "").replace(/^[^_]*/, (region) =>
            region.toLowerCase(),
        ),
    otherwise: { set: "YOUR_USER_POOL_ID" },
};

/** Checks the id of a user pool to take over, which may be empty, and that the region is its own. */
export function checkExistingUserPoolId(setting: Setting, region: Setting): string {
    if ((setting.value ?? "") === "") return "";
    const userPoolId = checkForm(setting, idForm);
    if (userPoolId !== "" && Boolean(region.value) && region.value !== regionOf(userPoolId)) {
        region.refuse(`is not the region of the user pool to take over, ${userPoolId}`, {
            set: regionOf(userPoolId),
        });
    }
    return userPoolId;
}

/** Name of the pool's own users, who need no identity provider. */
export const ownUsers = "COGNITO";

const nameForm: Form = {
    accepts: (name) => /^(?=.*\S)[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]{1,32}$/u.test(name),
    expected: "the name of an identity provider: 1 to 32 characters",
    otherwise: { edit: "Write such a name" },
};

/**
 * Checks the identity providers that the sign-in page offers. Only a pool that exists already can have
 * others than its own users.
 */
export function checkIdentityProviders(setting: Setting, existingUserPoolId: Setting): string[] {
    const names = setting.strings((_name, entry) => checkForm(entry, nameForm));
    if (Array.isArray(setting.value) && setting.value.length === 0) {
        setting.refuse(`is an empty list, so nobody could sign in. Default: ${ownUsers}`, "remove");
    } else if ((existingUserPoolId.value ?? "") === "" && names.some((name) => name !== ownUsers)) {
        setting.refuse(
            "contains identity providers, which only a user pool that exists already can have",
            { set: "YOUR_USER_POOL_ID" },
            existingUserPoolId,
        );
    }
    return names;
}
