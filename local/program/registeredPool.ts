import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { isCustomDomain } from "../../components/endpoints";
import type { Evaluation, RegisteredResource } from "./evaluate";
import { readClient, type UserPoolClient } from "./registeredClient";
import {
    type AttributeRule,
    readAttributeRules,
    readCompany,
    type RegisteredCompany,
} from "./registeredCompany";
import { type Look, readLook } from "./registeredLook";
import { alarmEmails, readTrigger, triggerArnOf, type TriggerFunction } from "./registeredTrigger";
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
    /** Whether every user needs a code besides the password. */
    readonly requiresMfa: boolean;
    /** What it has that the try-out does not show, a sentence each. */
    readonly notImitated: readonly string[];
    readonly client: UserPoolClient;
    /** What it demands of its users' attributes. */
    readonly attributeRules: readonly AttributeRule[];
    /** The company whose people sign in too, if there is one. */
    readonly company: RegisteredCompany | undefined;
    /** Names of the groups. */
    readonly groups: readonly string[];
    readonly users: readonly PoolUser[];
    /** The email to a new user, if the program sets one. */
    readonly invitation: Invitation | undefined;
    /** Sender of its emails. */
    readonly sender: Sender;
    /** Look of the sign-in page, if the program sets one. */
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

/** Sender of a pool's emails. */
export interface Sender {
    readonly from: string;
    /** Address in Reply-To, if there is one. */
    readonly replyTo: string | undefined;
}

/** Cognito's own sender. */
const cognitosAddress = "no-reply@verificationemail.com";

/**
 * Finds the user pool and everything in it among the registered resources.
 *
 * @throws {Error} When there is not exactly one pool with one client, one prefix domain and one style
 */
export async function readUserPool({ resources }: Evaluation): Promise<UserPool> {
    const pool = theOnly(resources, "aws:cognito/userPool:UserPool");
    const client = theOnly(resources, "aws:cognito/userPoolClient:UserPoolClient");
    const style = theOnly(resources, "aws:cognito/managedLoginBranding:ManagedLoginBranding");
    const domains = ofType(resources, "aws:cognito/userPoolDomain:UserPoolDomain").map(
        ({ state }) => state.domain,
    );
    const custom = domains.find(isCustomDomain);
    if (domains.length - (custom ? 1 : 0) !== 1) {
        throw new Error(
            `The program registers ${String(domains.length)} domains, custom: ${custom ?? "none"}.`,
        );
    }
    const { state } = pool;
    return {
        id: pool.id,
        region: state.region,
        issuer: `https://${state.endpoint}`,
        customDomain: custom,
        aliasAttributes: state.aliasAttributes ?? [],
        caseSensitive: state.usernameConfiguration?.caseSensitive ?? true,
        requiresMfa: state.mfaConfiguration === "ON",
        notImitated: notImitated(state),
        client: readClient(client),
        attributeRules: readAttributeRules(pool),
        company: readCompany(resources),
        groups: ofType(resources, "aws:cognito/userGroup:UserGroup").map(
            ({ state }) => state.name ?? "",
        ),
        users: readUsers(resources),
        invitation: state.adminCreateUserConfig?.inviteMessageTemplate as Invitation | undefined,
        sender: {
            from: state.emailConfiguration?.fromEmailAddress ?? cognitosAddress,
            replyTo: state.emailConfiguration?.replyToEmailAddress,
        },
        look: readLook(style.state),
        trigger: await readTrigger(pool, resources),
        alarmEmails: alarmEmails(resources, triggerArnOf(pool)),
    };
}

/** A user of the pool. */
export interface PoolUser {
    readonly username: string;
    readonly sub: string;
    readonly enabled: boolean;
    readonly attributes: Readonly<Record<string, string>>;
    /** Names of the groups that the user is in. */
    readonly groups: readonly string[];
}

/** Reads the users, each with the groups that their memberships name. */
export function readUsers(resources: readonly RegisteredResource[]): PoolUser[] {
    const memberships = ofType(resources, "aws:cognito/userInGroup:UserInGroup");
    return ofType(resources, "aws:cognito/user:User").map(({ state }) => ({
        username: state.username,
        sub: state.sub,
        enabled: state.enabled ?? true,
        attributes: state.attributes ?? {},
        groups: memberships
            .filter((membership) => membership.state.username === state.username)
            .map((membership) => membership.state.groupName),
    }));
}

/** Says in a sentence each what the try-out does not show. */
function notImitated({ userPoolAddOns }: pulumi.Unwrap<aws.cognito.UserPoolArgs>): string[] {
    const hasThreatProtection = (userPoolAddOns?.advancedSecurityMode ?? "OFF") !== "OFF";
    return hasThreatProtection
        ? ["Threat protection is Cognito's own: nothing is assessed or blocked here."]
        : [];
}
