import { checkForm, type Form } from "./form";
import type { Setting } from "./setting";

/** Name of the pool's own users, who need no identity provider. */
export const ownUsers = "COGNITO";

const form: Form = {
    accepts: (name) => /^(?=.*\S)[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]{1,32}$/u.test(name),
    expected: "the name of an identity provider: 1 to 32 characters",
    otherwise: { edit: "Write such a name" },
};

/**
 * Checks the identity providers that the sign-in page offers. Only a pool that exists already can have
 * others than its own users.
 */
export function checkIdentityProviders(setting: Setting, existingUserPoolId: Setting): string[] {
    const names = setting.strings((_name, entry) => checkForm(entry, form));
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
