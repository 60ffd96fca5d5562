import type { StackConfig } from "../config/stackConfig";
import { settingName } from "./commands";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

/**
 * Refuses a language and a brand for the classic sign-in page, which has neither. A domain of the
 * stack's own has managed login.
 */
export function classicPageRefusals(
    { id, domain }: FoundUserPool,
    { hasDomain }: StackState,
    { language, brand }: Pick<StackConfig, "language" | "brand">,
): string[] {
    if (hasDomain || domain?.managedLoginVersion !== 1) return [];
    const page = `User pool ${id} has the classic sign-in page,`;
    const managedLogin =
        "or managed login, which changes the page of the pool's other applications too: in the" +
        " console, the pool, Branding, Domain, branding version. Run: pulumi config rm";
    return [
        ...(language
            ? [
                  `${page} which is in English for everybody, and ${settingName("language")} is` +
                      ` '${language}'. Expected: no language, ${managedLogin} language`,
              ]
            : []),
        ...(Object.keys(brand).length > 0
            ? [
                  `${page} which has no style of flexAI's own, and ${settingName("brand")} is set.` +
                      ` Expected: no brand, ${managedLogin} brand`,
              ]
            : []),
    ];
}
