import { identityProviderParameter, languageParameter } from "../../components/signInLanguage";
import { type Check, passed, warned } from "../check";
import type { Deployment } from "../deployment";

/** Checks that flexAI asks for what its configuration file has besides OIDC's parameters. */
export function flexaiParameterChecks(deployment: Deployment, flexaiRequest: Check<URL>): Check[] {
    const { language, identityProvider } = deployment;
    const check = (
        parameter: string,
        value: string,
        name: string,
        effect: string,
        otherwise: string,
    ): Check => ({
        name,
        needs: [flexaiRequest],
        run: (found) => {
            const values = found(flexaiRequest).searchParams.getAll(parameter);
            const expected = `${parameter}=${value}`;
            const seen = `${parameter}=${values.join(" and ") || "none"}`;
            if (seen === expected) return passed(seen);
            return warned(
                expected,
                seen,
                `People can sign in, but ${effect}. Write flexAI's configuration again, put it in ` +
                    "place of the old file and restart flexAI. If that changes nothing, flexAI " +
                    `does not keep the parameters of that address: ${otherwise}.`,
                deployment.commands.configure,
            );
        },
    });
    return [
        ...(language === undefined
            ? []
            : [
                  check(
                      languageParameter,
                      language,
                      `flexAI asks for the sign-in page in the language ${language}`,
                      "the page is in another language",
                      "remove the setting language",
                  ),
              ]),
        ...(identityProvider === undefined
            ? []
            : [
                  check(
                      identityProviderParameter,
                      identityProvider,
                      `flexAI sends people straight to ${identityProvider}`,
                      "Cognito's page may come first",
                      "see the address in a browser",
                  ),
              ]),
    ];
}
