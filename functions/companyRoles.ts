import type { preTokenGeneration, PreTokenGenerationEvent } from "./preTokenGeneration";

/** Which roles the groups of a company grant. */
export interface CompanyRolesOptions {
    /** Name of the company's identity provider in the user pool. */
    readonly provider: string;
    /** Roles by group, an object of lists in JSON: as one string it is half as long in Lambda. */
    readonly grants: string;
}

type Attribute = "cognito:user_status" | "custom:flexai_groups" | "identities";

/**
 * Adds to a handler the roles that a company's groups grant, as if the user were in the roles' own
 * groups. They count only for a user who signs in at the company's provider and nowhere else: anybody
 * else could have written the attribute, or could sign in by password after leaving the company. What
 * cannot be read grants nothing.
 *
 * Cognito writes several groups as a list in JSON, and one group as it is.
 */
export const withCompanyRoles =
    (handler: ReturnType<typeof preTokenGeneration>, { provider, grants }: CompanyRolesOptions) =>
    async (event: PreTokenGenerationEvent | null) => {
        const own = event?.request?.groupConfiguration?.groupsToOverride;
        let groupsToOverride: unknown[] = Array.isArray(own) ? own : [];
        try {
            const attributes = event?.request?.userAttributes as Record<Attribute, string>;
            // Not destructured: Pulumi's serialiser does not capture a computed key of a pattern.
            const claim = attributes["custom:flexai_groups"];
            const [identity, ...others] = JSON.parse(attributes.identities) as {
                readonly providerName: string;
            }[];
            if (
                attributes["cognito:user_status"] === "EXTERNAL_PROVIDER" &&
                identity?.providerName === provider &&
                others.length === 0
            ) {
                const groups = (claim.startsWith("[") ? JSON.parse(claim) : [claim]) as unknown[];
                const roles = new Map(
                    Object.entries(JSON.parse(grants) as Record<string, string[]>),
                );
                for (const group of groups)
                    if (typeof group === "string" || typeof group === "number")
                        groupsToOverride = groupsToOverride.concat(roles.get(String(group)) ?? []);
            }
        } catch {
            // The user's own groups count.
        }
        const request = { ...event?.request, groupConfiguration: { groupsToOverride } };
        return { ...event, response: (await handler({ ...event, request })).response };
    };
