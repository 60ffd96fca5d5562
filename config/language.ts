import { type SignInLanguage, signInLanguage, signInLanguages } from "../components/signInLanguage";
import { folded, withoutInvisible } from "./names";
import type { Setting } from "./setting";

/** Checks the language of the sign-in page; empty is Cognito's own choice. */
export function checkLanguage(setting: Setting): SignInLanguage | "" {
    const code = setting.string() ?? "";
    const language = signInLanguage(code);
    if (code === "" || language !== undefined) return language ?? "";
    const probable = meant(folded(withoutInvisible(code)));
    const remedy = probable === undefined ? { placeholder: "LANGUAGE" } : { set: probable };
    setting.refuse(`is not one of: ${signInLanguages.join(", ")}`, remedy);
    return "";
}

/** Finds the code for a language in another form: `DE`, `de_AT`, `zh` or `German`. */
function meant(word: string): SignInLanguage | undefined {
    const wanted = languageAndScript(word.replaceAll("_", "-"));
    return (
        signInLanguages.find((code) => languageAndScript(code) === wanted) ??
        signInLanguages.find((code) => namesOf(code).includes(word))
    );
}

/** Such as `zh-Hant` of `zh-TW`, in which a region is read and written. */
function languageAndScript(code: string): string {
    try {
        const { language, script = "" } = new Intl.Locale(code).maximize();
        return `${language}-${script}`;
    } catch {
        // Not a code of any language.
        return "";
    }
}

/** The language's name in English and in itself. */
function namesOf(code: SignInLanguage): string[] {
    const [language = code] = code.split("-");
    return ["en", language].map((locale) =>
        folded(new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? ""),
    );
}
