import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { OpenIdProviderArgs } from "./components/openIdProvider";
import { checkExistingUserPoolId } from "./config/existingUserPool";
import { checkHostname } from "./config/hostname";
import { checkRegion } from "./config/region";
import { checkRetention } from "./config/retention";
import { checkRoleNames, checkRoles, checkRolesClaim, roleWarnings } from "./config/roles";
import { Setting } from "./config/setting";
import { checkUsers } from "./config/users";

/** The configuration of a stack, checked. */
export interface StackConfig extends Omit<OpenIdProviderArgs, "existingUserPool"> {
    /** Id of a user pool to take over, empty for a pool of the stack's own. */
    readonly existingUserPoolId: string;
}

/**
 * Reads and checks the configuration of the stack, whose keys and defaults `Pulumi.yaml` declares,
 * and warns of what is allowed and yet seldom meant.
 *
 * @throws {pulumi.RunError} Naming every setting that is missing, malformed or unknown
 */
export function loadConfig(config = new pulumi.Config()): StackConfig {
    const namespace = `${config.name}:`;
    const problems: string[] = [];
    const settings: string[] = [];
    const read = (key: string) => {
        settings.push(key);
        return new Setting(namespace, key, config.get(key), problems);
    };

    const region = new Setting("", "aws:region", aws.config.region, problems);
    const roles = checkRoles(read("roles").json());
    const stackConfig: StackConfig = {
        hostname: checkHostname(read("hostname")),
        roles,
        rolesClaim: checkRolesClaim(read("rolesClaim")),
        defaultRoles: checkRoleNames(read("defaultRoles").json(), roles),
        users: checkUsers(read("users").json(), roles),
        deletionProtection: read("deletionProtection").json().boolean(),
        logRetentionDays: checkRetention(read("logRetentionDays").json()),
        existingUserPoolId: checkExistingUserPoolId(read("existingUserPoolId"), region),
        tags: { Project: pulumi.getProject(), Stack: pulumi.getStack() },
    };
    checkRegion(region);
    for (const key of Object.keys(pulumi.runtime.allConfig())) {
        const name = key.slice(namespace.length);
        if (!key.startsWith(namespace) || settings.includes(name)) continue;
        new Setting(namespace, name, undefined, problems).refuseAltogether(
            `is no setting of this project, which are ${settings.join(", ")}`,
        );
    }

    if (problems.length > 0) {
        throw new pulumi.RunError(
            `The configuration of stack '${pulumi.getStack()}' is refused:\n` +
                problems.map((problem) => `  - ${problem}`).join("\n"),
        );
    }
    for (const warning of roleWarnings(roles, stackConfig.defaultRoles)) {
        void pulumi.log.warn(warning);
    }
    return stackConfig;
}
