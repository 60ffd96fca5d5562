import { fields, strings } from "../../commandLine/json";
import { laidOut } from "../../commandLine/message";
import type { Options } from "../options";
import { randomSecret } from "../secrets";
import { commandOf } from "../startCommand";
import type { ProjectConfig } from "./projectConfig";

const nameOf = ({ project }: ProjectConfig, setting: string) => `${project}:${setting}`;

/**
 * Completes a company's login that has no provider yet, as if the company had registered the pool. With
 * a provider of one's own, it lacks an issuer that Cognito could reach. The secret counts as encrypted
 * if it does not come from the stack's file.
 *
 * @throws {Error} When there is a provider of one's own and no login
 */
export function withCompany(
    configured: ProjectConfig,
    { config: given, company }: Pick<Options, "config" | "company">,
): ProjectConfig {
    const { config, encrypted } = configured;
    const secretName = nameOf(configured, "companyLoginSecret");
    const login = companyLoginIn(configured);
    const isGiven = [secretName, "companyLoginSecret"].some((name) => name in given);
    if (Object.keys(login).length === 0) {
        if (company !== undefined) throw new Error(withoutLogin(company));
        return { ...configured, encrypted: isGiven ? [...encrypted, secretName] : encrypted };
    }
    const isNew =
        company === undefined &&
        !("issuer" in login || "clientId" in login || config[secretName] !== "");
    return {
        ...configured,
        config: {
            ...config,
            [nameOf(configured, "companyLogin")]: JSON.stringify({
                ...((isNew || company !== undefined) && { issuer: "https://company.invalid" }),
                ...(isNew && { clientId: "flexai" }),
                ...login,
            }),
            ...(isNew && { [secretName]: randomSecret() }),
        },
        encrypted: isNew || isGiven ? [...encrypted, secretName] : encrypted,
    };
}

function withoutLogin(company: string): string {
    const settings = {
        companyLogin: "{ name: NAME OF YOUR COMPANY, clientId: YOUR CLIENT ID }",
        companyLoginSecret: "SECRET",
    };
    return laidOut([
        "--company needs a company's login, with the client that the provider has registered." +
            " Run, with your other options:",
        commandOf({ company }, settings),
    ]);
}

/** The company's groups by the role that they grant, which by default are named as the roles. */
export function companyGroups(
    configured: ProjectConfig,
    roles: readonly string[],
): Record<string, readonly string[]> {
    const { roles: groups } = companyLoginIn(configured);
    if (groups === undefined) return Object.fromEntries(roles.map((role) => [role, [role]]));
    return Object.fromEntries(
        Object.entries(fields(groups)).map(([role, names]) => [role, strings(names)]),
    );
}

function companyLoginIn(configured: ProjectConfig): Readonly<Record<string, unknown>> {
    try {
        return fields(JSON.parse(configured.config[nameOf(configured, "companyLogin")] ?? ""));
    } catch {
        // The program refuses it.
        return {};
    }
}
