import { settingName } from "./commands";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

/** Refuses a domain for a pool that has one. */
export function customDomainRefusals(
    { id, customDomain }: Pick<FoundUserPool, "id" | "customDomain">,
    state: StackState,
): string[] {
    if (customDomain === "" || state.customDomains.includes(customDomain)) return [];
    return [
        `User pool ${id} has a custom domain already, ${customDomain}, which flexAI's sign-in page uses` +
            ` without ${settingName("domain")}, and a pool has room for one. Run: pulumi config rm domain`,
    ];
}
