import { isCustomDomain } from "../../components/endpoints";
import type { Evaluation } from "./evaluate";
import { alarmEmails } from "./registeredAlarms";
import { type Look, readLook } from "./registeredLook";
import { readTrigger, triggerArnOf, type TriggerFunction } from "./registeredTrigger";
import { readClient, type UserPoolClient } from "./registeredClient";
import { type PoolUser, readUsers } from "./registeredUsers";
import { ofType, theOnly } from "./resourcesOfType";

/** A user pool as the program registered it. */
export interface UserPool {
    readonly id: string;
    readonly region: string;
    /** Issuer in AWS. */
    readonly issuer: string;
    /** Domain of the sign-in page in AWS, if it is a custom one. */
    readonly customDomain: string | undefined;
    /** Attributes that a user may sign in with besides the username. */
    readonly aliasAttributes: readonly string[];
    readonly caseSensitive: boolean;
    /** Whether everybody needs a code besides the password. */
    readonly requiresMfa: boolean;
    /** Whether Cognito assesses each sign-in. */
    readonly hasThreatProtection: boolean;
    readonly client: UserPoolClient;
    /** Names of the groups. */
    readonly groups: readonly string[];
    readonly users: readonly PoolUser[];
    /** The email that a new user gets, if the program sets one. */
    readonly invitation: Invitation | undefined;
    /** Where its emails come from. */
    readonly sender: Sender;
    /** How the sign-in page looks, if the program says so. */
    readonly look: Look | undefined;
    /** The pre token generation trigger, if there is one. */
    readonly trigger: TriggerFunction | undefined;
    /** Addresses to which an alarm goes when the trigger fails. */
    readonly alarmEmails: readonly string[];
}

/** An email in which Cognito replaces `{username}` and `{####}`, the temporary password. */
export interface Invitation {
    readonly emailSubject: string;
    /** HTML. */
    readonly emailMessage: string;
}

/** Where a pool's emails come from. */
export interface Sender {
    readonly from: string;
    /** Address in Reply-To, if there is one. */
    readonly replyTo: string | undefined;
}

/** Cognito's own. */
const cognitosAddress = "no-reply@verificationemail.com";

interface PoolState {
    readonly region: string;
    readonly endpoint: string;
    readonly aliasAttributes?: readonly string[];
    readonly usernameConfiguration?: { readonly caseSensitive?: boolean };
    readonly mfaConfiguration?: string;
    readonly emailConfiguration?: {
        readonly fromEmailAddress?: string;
        readonly replyToEmailAddress?: string;
    };
    readonly userPoolAddOns?: { readonly advancedSecurityMode?: string };
    readonly adminCreateUserConfig?: { readonly inviteMessageTemplate?: Invitation };
}

/**
 * Finds the user pool and everything in it among the registered resources.
 *
 * @throws {Error} When there is not exactly one pool with one client, one prefix domain and one style
 */
export async function readUserPool({ resources }: Evaluation): Promise<UserPool> {
    const pool = theOnly(resources, "aws:cognito/userPool:UserPool");
    const client = theOnly(resources, "aws:cognito/userPoolClient:UserPoolClient");
    const domains = ofType(resources, "aws:cognito/userPoolDomain:UserPoolDomain").map(
        ({ state }) => String(state.domain),
    );
    const custom = domains.find(isCustomDomain);
    if (domains.length - (custom ? 1 : 0) !== 1) {
        throw new Error(
            `The program registers ${String(domains.length)} domains, custom: ${custom ?? "none"}.`,
        );
    }
    const state = pool.state as unknown as PoolState;
    return {
        id: pool.id,
        region: state.region,
        issuer: `https://${state.endpoint}`,
        customDomain: custom,
        aliasAttributes: state.aliasAttributes ?? [],
        caseSensitive: state.usernameConfiguration?.caseSensitive ?? true,
        requiresMfa: state.mfaConfiguration === "ON",
        hasThreatProtection: (state.userPoolAddOns?.advancedSecurityMode ?? "OFF") !== "OFF",
        client: readClient(client),
        groups: ofType(resources, "aws:cognito/userGroup:UserGroup").map(({ state }) =>
            String(state.name),
        ),
        users: readUsers(resources),
        invitation: state.adminCreateUserConfig?.inviteMessageTemplate,
        sender: {
            from: state.emailConfiguration?.fromEmailAddress ?? cognitosAddress,
            replyTo: state.emailConfiguration?.replyToEmailAddress,
        },
        look: readLook(theOnly(resources, "aws:cognito/managedLoginBranding:ManagedLoginBranding")),
        trigger: await readTrigger(pool, resources),
        alarmEmails: alarmEmails(resources, triggerArnOf(pool)),
    };
}
