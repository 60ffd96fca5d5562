import { randomSecret } from "../secrets";
import { fields, strings } from "../../commandLine/json";
import type { ProjectConfig } from "./projectConfig";

const nameOf = ({ project }: ProjectConfig, setting: string) => `${project}:${setting}`;

/**
 * Completes a company's login that is not complete yet, as if the company had registered the pool. Its
 * secret counts as encrypted if it does not come from the stack's file.
 *
 * @param given - Settings that do not come from the stack's file, by their names as written
 */
export function withCompany(
    configured: ProjectConfig,
    given: Readonly<Record<string, string>>,
): ProjectConfig {
    const { config, encrypted } = configured;
    const secretName = nameOf(configured, "companyLoginSecret");
    const login = companyLoginIn(configured);
    const isComplete = "issuer" in login || "clientId" in login || config[secretName] !== "";
    if (Object.keys(login).length === 0 || isComplete) {
        const isGiven = [secretName, "companyLoginSecret"].some((name) => name in given);
        return isGiven ? { ...configured, encrypted: [...encrypted, secretName] } : configured;
    }
    const provider = { issuer: "https://company.invalid", clientId: "flexai" };
    return {
        ...configured,
        config: {
            ...config,
            [nameOf(configured, "companyLogin")]: JSON.stringify({ ...login, ...provider }),
            [secretName]: randomSecret(),
        },
        encrypted: [...encrypted, secretName],
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
