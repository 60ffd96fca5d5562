import { languageParameter } from "../../components/signInLanguage";
import { type Check, passed, skipped, warned } from "../check";
import type { Deployment } from "../deployment";
import type { HttpResponse } from "../http";

/** Checks that flexAI asks for the language in its configuration file, if there is one. */
export function flexaiLanguageChecks(
    deployment: Deployment,
    flexai: Check<HttpResponse>,
    flexaiRequest: Check,
): Check[] {
    const { language } = deployment;
    if (language === undefined) return [];
    const expected = `${languageParameter}=${language}`;
    return [
        {
            name: `flexAI asks for the sign-in page in the language ${language}`,
            needs: [flexai, flexaiRequest],
            run: (found) => {
                const { location } = found(flexai);
                if (!location) return skipped("its first page is shown without a sign-in");
                const languages = location.searchParams.getAll(languageParameter);
                const seen = `${languageParameter}=${languages.join(" and ") || "none"}`;
                if (seen === expected) return passed(seen);
                return warned(
                    expected,
                    seen,
                    "People can sign in, but the page is in another language. Write flexAI's " +
                        "configuration again, put it in place of the old file and restart flexAI. " +
                        "If that changes nothing, flexAI does not keep the parameters of that " +
                        "address: remove the setting language.",
                    deployment.commands.configure,
                );
            },
        },
    ];
}
