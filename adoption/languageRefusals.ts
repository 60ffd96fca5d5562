import { settingName } from "./commands";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

/**
 * Refuses a language for the classic sign-in page, which has none. A domain of the stack's own has
 * managed login.
 *
 * @param language - Language of the sign-in page, empty for none in particular
 */
export function languageRefusals(
    { id, domain }: FoundUserPool,
    { hasDomain }: StackState,
    language: string,
): string[] {
    if (language === "" || hasDomain || domain?.managedLoginVersion !== 1) return [];
    return [
        `User pool ${id} has the classic sign-in page, which is in English for everybody, and` +
            ` ${settingName("language")} is '${language}'. Expected: no language, or managed login,` +
            " which changes the page of the pool's other applications too: in the console, the pool," +
            " Branding, Domain, branding version. Run: pulumi config rm language",
    ];
}
