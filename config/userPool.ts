import { isDeepStrictEqual } from "node:util";

import { isUserPoolId, regionOf, userPoolIdPattern } from "../components/arn";
import { type ThreatProtection, threatProtectionChoices } from "../components/threatProtection";
import type { Setting } from "./setting";
import type { Settings } from "./settings";
import { checkForm, type Form } from "./shapes";
import type { StackConfig } from "./stackConfig";

const idForm: Form = {
    accepts: isUserPoolId,
    expected: "the id of a user pool such as eu-central-1_Abc123XyZ",
    // Out of an ARN or an issuer; a region is written in lower case.
    correct: (value) =>
        (new RegExp(userPoolIdPattern, "i").exec(value)?.[0] ?? "").replace(/^[^_]*/, (region) =>
            region.toLowerCase(),
        ),
    otherwise: { placeholder: "YOUR_USER_POOL_ID" },
};

/** Checks the id of a user pool to take over, which may be empty. */
export function checkExistingUserPoolId(setting: Setting): string {
    return (setting.value ?? "") === "" ? "" : checkForm(setting, idForm);
}

/** Name of the pool's own users, who need no identity provider. */
export const ownUsers = "COGNITO";

const nameForm: Form = {
    accepts: (name) => /^(?=.*\S)[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]{1,32}$/u.test(name),
    expected: "the name of an identity provider: 1 to 32 characters",
    otherwise: { edit: "Write such a name" },
};

/** Checks the identity providers that the sign-in page offers. */
export function checkIdentityProviders(setting: Setting): string[] {
    const names = setting.strings((_name, entry) => checkForm(entry, nameForm));
    if (Array.isArray(setting.value) && setting.value.length === 0) {
        setting.refuse(`is an empty list, so nobody could sign in. Default: ${ownUsers}`, "remove");
    }
    return names;
}

/** Checks the threat protection, and warns of its price. Source of that: Cognito's list of prices. */
export function checkThreatProtection(setting: Setting): ThreatProtection {
    const threatProtection = setting.oneOf(threatProtectionChoices);
    if (threatProtection !== "off") {
        setting.warn(
            "needs Cognito's plan Plus: about 0.02 US dollars a month for each user who is active in" +
                " it, from the first one. To go back to the plan Essentials, turn it off",
            { set: "off" },
        );
    }
    return threatProtection;
}

/** What only a pool of the stack's own gets from this program: its default, and what it is called. */
const ownPoolSettings: readonly (readonly [keyof StackConfig, unset: unknown, kept: string])[] = [
    ["invitation", {}, "invitation"],
    ["email", {}, "sender"],
    ["mfa", "none", "second factor"],
    ["mailFailureLog", false, "log"],
    ["threatProtection", "off", "threat protection"],
    ["companyLogin", undefined, "identity providers"],
];

/** Refuses what does not go with the user pool: one to take over, or one of the stack's own. */
export function checkUserPool(settings: Settings, config: StackConfig): void {
    const existing = settings.string("existingUserPoolId");
    if ((existing.value ?? "") === "") {
        if (config.identityProviders.some((name) => name !== ownUsers)) {
            settings
                .json("identityProviders")
                .refuse(
                    "contains identity providers, which only a user pool has that is taken over by" +
                        " 'existingUserPoolId'; in a pool of the stack's own, 'companyLogin' is for the company's accounts",
                    {
                        edit: "Delete 'identityProviders', or before the first deployment set 'existingUserPoolId'",
                    },
                );
        }
        return;
    }
    // Refused itself, it may be meant to go, and nothing is to be removed because of it.
    if (config.existingUserPoolId === "") return;
    const region = regionOf(config.existingUserPoolId);
    if (config.region !== "" && region !== config.region) {
        settings
            .region()
            .refuse(
                `is not the region of the user pool to take over, ${config.existingUserPoolId}`,
                { set: region },
            );
    }
    for (const [name, unset, kept] of ownPoolSettings) {
        if (isDeepStrictEqual(config[name], unset)) continue;
        settings
            .json(name)
            .refuse(
                "is for a pool of the stack's own. The user pool in existingUserPoolId keeps the" +
                    ` ${kept} that its team sets in it`,
                "remove",
            );
    }
}
