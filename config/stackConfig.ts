import * as pulumi from "@pulumi/pulumi";

import type { OpenIdProviderArgs } from "../components/openIdProvider";
import { flexaiRolesClaims } from "../flexai/manual";
import { checkAccountIds, type SuggestedAccount } from "./accountIds";
import { checkBrand } from "./brand";
import { checkDomain, type Domain } from "./domain";
import { checkEmail, type EmailSettings } from "./email";
import { checkAlarmEmail } from "./emailAddress";
import { checkExistingUserPoolId, checkIdentityProviders } from "./existingPool";
import { checkHostname, checkOtherHostnames } from "./hostname";
import { checkInvitation } from "./invitation";
import { checkLanguage } from "./language";
import { checkMailFailureLog, checkMfa, checkThreatProtection } from "./ownPool";
import { Problems } from "./problems";
import { checkRegion } from "./region";
import { checkDefaultRoles, checkRoles } from "./roles";
import { Settings } from "./settings";
import { checkPermissionsBoundary, checkRetention } from "./trigger";
import { checkUsers } from "./users";

/** The checked configuration of a stack. */
export interface StackConfig extends Omit<
    OpenIdProviderArgs,
    "existingUserPool" | "emailSender" | "customDomain" | "hasThreatProtectionMode"
> {
    /**
     * Domain of the company's own for the sign-in page.
     *
     * @default none
     */
    readonly domain?: Domain | undefined;
    /** Where Cognito's emails come from, empty for Cognito's own sender. */
    readonly email: EmailSettings;
    /** Id of the user pool to take over, empty for a new one. */
    readonly existingUserPoolId: string;
    /** Identity providers of that pool that the sign-in page offers; `COGNITO` is the pool itself. */
    readonly identityProviders: readonly string[];
    /** Region of AWS. */
    readonly region: string;
    /** Ids of the accounts that the AWS provider may work with, empty for any. */
    readonly allowedAccountIds: readonly string[];
}

/**
 * Reads and checks the configuration of the stack, whose keys and defaults `Pulumi.yaml` declares, and
 * warns of what is valid but rarely intended.
 *
 * @param account - What to suggest where the account is missing
 * @throws {pulumi.RunError} Naming every setting that is missing, malformed or unknown
 */
export function loadConfig(account?: SuggestedAccount): StackConfig {
    const problems = new Problems();
    const settings = new Settings(problems);
    const region = settings.region();
    const hostname = checkHostname(settings.string("hostname"));
    const otherHostnames = checkOtherHostnames(settings.json("otherHostnames"), hostname);
    const domain = checkDomain(settings.json("domain"), [hostname, ...otherHostnames]);
    const roles = checkRoles(settings.json("roles"));
    const stackConfig = {
        hostname,
        otherHostnames,
        ...(domain && { domain }),
        roles,
        rolesClaim: settings.string("rolesClaim").oneOf(flexaiRolesClaims),
        defaultRoles: checkDefaultRoles(settings.json("defaultRoles"), roles),
        users: checkUsers(settings.json("users"), roles),
        deletionProtection: settings.json("deletionProtection").boolean(),
        logRetentionDays: checkRetention(settings.json("logRetentionDays")),
        permissionsBoundary: checkPermissionsBoundary(settings.string("permissionsBoundary")),
        region: checkRegion(region),
        tags: { Project: pulumi.getProject(), Stack: pulumi.getStack() },
    };
    const userPoolId = settings.string("existingUserPoolId");
    const existing = {
        invitation: checkInvitation(settings.json("invitation"), userPoolId, hostname),
        email: checkEmail(settings.json("email"), userPoolId, stackConfig.region),
        existingUserPoolId: checkExistingUserPoolId(userPoolId, region),
        identityProviders: checkIdentityProviders(settings.json("identityProviders"), userPoolId),
    };
    const ownPoolOnly = {
        mfa: checkMfa(settings.string("mfa"), userPoolId),
        mailFailureLog: checkMailFailureLog(settings.json("mailFailureLog"), userPoolId),
        threatProtection: checkThreatProtection(settings.string("threatProtection"), userPoolId),
    };
    const others = {
        language: checkLanguage(settings.string("language")),
        brand: checkBrand(settings.json("brand")),
        alarmEmail: checkAlarmEmail(settings.string("alarmEmail")),
    };
    const allowedAccountIds = checkAccountIds(
        settings.aws("allowedAccountIds").json(),
        stackConfig.deletionProtection,
        account,
    );
    settings.refuseOthers();
    problems.report();
    return { ...stackConfig, ...existing, ...ownPoolOnly, ...others, allowedAccountIds };
}
