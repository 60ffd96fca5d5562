import * as pulumi from "@pulumi/pulumi";

import { mfaChoices } from "../components/newUserPool";
import type { OpenIdProviderArgs } from "../components/openIdProvider";
import { flexaiRolesClaims } from "../flexai/manual";
import { checkAccount, type SuggestedAccount } from "./account";
import { checkBrand } from "./brand";
import { checkCompanyLogin } from "./companyLogin";
import { checkDomain, type Domain } from "./domain";
import { checkEmail, type EmailSettings } from "./email";
import { checkAlarmEmail } from "./emailAddress";
import { checkHostname, checkOtherHostnames } from "./hostname";
import { projectFolder } from "./imageFile";
import { checkInvitation } from "./invitation";
import { checkLanguage } from "./language";
import { Problems } from "./problems";
import { checkRegion } from "./region";
import { checkDefaultRoles, checkRoles } from "./roles";
import { Settings } from "./settings";
import { checkPermissionsBoundary, checkRetention } from "./trigger";
import {
    checkExistingUserPoolId,
    checkIdentityProviders,
    checkThreatProtection,
    checkUserPool,
} from "./userPool";
import { checkUsers } from "./users";

/** The checked configuration of a stack. */
export interface StackConfig extends Omit<
    OpenIdProviderArgs,
    | "existingUserPool"
    | "emailSender"
    | "customDomain"
    | "hasThreatProtectionMode"
    | "hasCompanyGroups"
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
    /** Whether the configuration has that region, and not only the environment of whoever runs Pulumi. */
    readonly isRegionWritten: boolean;
    /** Id of the only account that the AWS provider may work with. */
    readonly accountId: string;
}

/** What the check of a configuration must know of what is deployed. */
export interface Deployed {
    /** Account to suggest where it is missing. */
    readonly suggestedAccount?: SuggestedAccount | undefined;
    /** Names of the users that the stack has created. */
    readonly usernames: readonly string[];
}

/**
 * Reads and checks the configuration of the stack, whose keys and defaults `Pulumi.yaml` declares, and
 * warns of what is valid but rarely intended.
 *
 * @param deployed - The stack's state; by default nothing is deployed
 * @param folder - Where the stack's file is
 * @throws {pulumi.RunError} Naming every setting that is missing, malformed or unknown
 */
export function loadConfig(
    deployed: Deployed = { usernames: [] },
    folder = projectFolder,
): StackConfig {
    const problems = new Problems();
    const settings = new Settings(problems, folder);
    const region = checkRegion(settings.region());
    const accountId = checkAccount(
        settings.aws("allowedAccountIds").json(),
        deployed.suggestedAccount,
    );
    const hostname = checkHostname(settings.string("hostname"));
    const otherHostnames = checkOtherHostnames(settings.json("otherHostnames"), hostname);
    const hostnames = [hostname, ...otherHostnames];
    const domain = checkDomain(settings.json("domain"), hostnames, accountId);
    const roles = checkRoles(settings.json("roles"));
    const users = checkUsers(settings.json("users"), roles, deployed.usernames);
    const companyLogin = checkCompanyLogin(settings, roles, users);
    const config: StackConfig = {
        region,
        isRegionWritten: settings.aws("region").value !== undefined,
        hostname,
        otherHostnames,
        ...(domain && { domain }),
        roles,
        rolesClaim: settings.string("rolesClaim").oneOf(flexaiRolesClaims),
        defaultRoles: checkDefaultRoles(settings.json("defaultRoles"), roles),
        users,
        deletionProtection: settings.json("deletionProtection").boolean(),
        logRetentionDays: checkRetention(settings.json("logRetentionDays")),
        permissionsBoundary: checkPermissionsBoundary(
            settings.string("permissionsBoundary"),
            accountId,
        ),
        existingUserPoolId: checkExistingUserPoolId(settings.string("existingUserPoolId")),
        invitation: checkInvitation(settings.json("invitation"), hostname),
        email: checkEmail(settings.json("email"), region),
        identityProviders: checkIdentityProviders(settings.json("identityProviders")),
        mfa: settings.string("mfa").oneOf(mfaChoices),
        mailFailureLog: settings.json("mailFailureLog").boolean(),
        threatProtection: checkThreatProtection(settings.string("threatProtection")),
        ...(companyLogin && { companyLogin }),
        language: checkLanguage(settings.string("language")),
        brand: checkBrand(settings.json("brand")),
        alarmEmail: checkAlarmEmail(settings.string("alarmEmail")),
        accountId,
        tags: { Project: pulumi.getProject(), Stack: pulumi.getStack() },
    };
    checkUserPool(settings, config);
    settings.refuseOthers();
    problems.report();
    return config;
}
