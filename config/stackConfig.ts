import * as pulumi from "@pulumi/pulumi";

import type { OpenIdProviderArgs } from "../components/openIdProvider";
import { checkHostname } from "./hostname";
import { checkRegion } from "./region";
import { checkRetention } from "./retention";
import { checkRoleNames, checkRoles, checkRolesClaim, roleWarnings } from "./roles";
import { Settings } from "./settings";
import { checkExistingUserPoolId } from "./userPoolId";
import { checkUsers } from "./users";

/** The checked configuration of a stack. */
export interface StackConfig extends Omit<OpenIdProviderArgs, "existingUserPool"> {
    /** Id of the user pool to take over, empty for a new one. */
    readonly existingUserPoolId: string;
}

/**
 * Reads and checks the configuration of the stack, whose keys and defaults `Pulumi.yaml` declares, and
 * warns of what is allowed but rarely intended.
 *
 * @throws {pulumi.RunError} Naming every setting that is missing, malformed or unknown
 */
export function loadConfig(config = new pulumi.Config()): StackConfig {
    const settings = new Settings(config);
    const region = settings.region();
    const roles = checkRoles(settings.json("roles"));
    const stackConfig: StackConfig = {
        hostname: checkHostname(settings.text("hostname")),
        roles,
        rolesClaim: checkRolesClaim(settings.text("rolesClaim")),
        defaultRoles: checkRoleNames(settings.json("defaultRoles"), roles),
        users: checkUsers(settings.json("users"), roles),
        deletionProtection: settings.json("deletionProtection").boolean(),
        logRetentionDays: checkRetention(settings.json("logRetentionDays")),
        existingUserPoolId: checkExistingUserPoolId(settings.text("existingUserPoolId"), region),
        tags: { Project: pulumi.getProject(), Stack: pulumi.getStack() },
    };
    checkRegion(region);
    settings.refuseOthers();
    settings.throwProblems();
    for (const warning of roleWarnings(roles, stackConfig.defaultRoles)) {
        void pulumi.log.warn(warning);
    }
    return stackConfig;
}
