import { companyGroups } from "../program/sampleCompany";
import type { ProjectConfig } from "../program/projectConfig";
import type { UserPool } from "../program/registeredPool";
import type * as startCompany from "./startCompany";

/** Where the company of a try-out is, and who belongs to it. */
export interface CompanyPlace {
    readonly configured: ProjectConfig;
    /** Origin of the provider in Cognito's place. */
    readonly origin: string;
    /** Address of the start page. */
    readonly home: string;
    /** Address that begins a sign-in at the company. */
    readonly signInAddress: string;
    /** Issuer of a provider that already serves; by default one with made-up people is started. */
    readonly issuer: string | undefined;
}

/**
 * Starts the company whose people can sign in to a pool, if there is one.
 *
 * @throws {Error} When the issuer does not serve valid metadata
 */
export async function companyOf(
    pool: UserPool,
    { configured, ...place }: CompanyPlace,
): Promise<startCompany.RunningCompany | undefined> {
    const { company, groups } = pool;
    if (!company) return undefined;
    // Loaded for those alone who try a company's login out.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    const loaded = require("./startCompany") as typeof startCompany;
    const groupsByRole = companyGroups(configured, groups);
    return loaded.startCompany({ ...place, company, pool, groupsByRole });
}
