import type { StackState } from "../../prerequisites/stackState";
import type { FoundAttribute, FoundUserPool } from "../../prerequisites/userPool/foundUserPool";

export const userPoolId = "eu-central-1_Abc123XyZ";

/** A required attribute that can be changed. */
export const required = (name: string): FoundAttribute => ({ name, required: true, mutable: true });

/** A pool that nothing is to be said about, of which tests replace what they are about. */
export function foundUserPool(found: Partial<FoundUserPool> = {}): FoundUserPool {
    return {
        id: userPoolId,
        arn: `arn:aws:cognito-idp:eu-central-1:123456789012:userpool/${userPoolId}`,
        preTokenGenerationArn: "",
        domain: undefined,
        customDomain: "",
        groups: [],
        clients: [],
        tier: "ESSENTIALS",
        attributes: [required("email"), required("preferred_username")],
        usernameAttributes: [],
        aliasAttributes: ["email"],
        caseSensitive: false,
        selfRegistration: false,
        deletionProtection: true,
        missingInvitationMessages: [],
        uncarried: { reset: [], unknown: [] },
        ...found,
    };
}

/** The state before the first deployment, of which tests replace what they are about. */
export function stackState(state: Partial<StackState> = {}): StackState {
    return {
        isMocked: true,
        userPools: [],
        functionArns: [],
        clientIds: [],
        groups: [],
        hasDomain: false,
        pool: { hasThreatProtectionMode: false, hasCompanyGroups: false },
        alarmEmails: [],
        identityProviders: [],
        onlyCompany: "",
        usernames: [],
        customDomains: [],
        userPoolArns: [],
        deployedUserPoolId: "",
        suggestedAccount: undefined,
        ...state,
    };
}
