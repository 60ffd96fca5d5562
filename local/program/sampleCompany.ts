import { fields, strings } from "../../commandLine/json";
import type { Options } from "../options";
import { randomSecret } from "../secrets";
import type { ProjectConfig } from "./projectConfig";

const nameOf = ({ project }: ProjectConfig, setting: string) => `${project}:${setting}`;

/**
 * Completes a company's login that has no provider yet, as if the company had registered the pool. With
 * a provider of one's own, it lacks an issuer that Cognito could reach. The secret counts as encrypted
 * if it does not come from the stack's file.
 */
export function withCompany(
    configured: ProjectConfig,
    { config: given, company }: Pick<Options, "config" | "company">,
): ProjectConfig {
    const { config, encrypted } = configured;
    const secretName = nameOf(configured, "companyLoginSecret");
    const login = companyLoginIn(configured);
    if (Object.keys(login).length === 0) return configured;
    const isNew =
        company === undefined &&
        !("issuer" in login || "clientId" in login || config[secretName] !== "");
    const isGiven = [secretName, "companyLoginSecret"].some((name) => name in given);
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
