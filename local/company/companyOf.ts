import { laidOut } from "../../commandLine/message";
import { companyGroups } from "../program/sampleCompany";
import type { ProjectConfig } from "../program/projectConfig";
import type { UserPool } from "../program/registeredPool";
import { commandOf } from "../startCommand";
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
 * @throws {Error} When an issuer is given for no company, or does not serve valid metadata
 */
export async function companyOf(
    pool: UserPool,
    { configured, ...place }: CompanyPlace,
): Promise<startCompany.RunningCompany | undefined> {
    const { company, groups } = pool;
    if (!company) {
        if (place.issuer === undefined) return undefined;
        const settings = {
            companyLogin: "{ name: NAME OF YOUR COMPANY, clientId: YOUR CLIENT ID }",
            companyLoginSecret: "SECRET",
        };
        throw new Error(
            laidOut([
                "--company needs a company's login, with the client that the provider has" +
                    " registered. Run, with your other options:",
                commandOf({ company: place.issuer }, settings),
            ]),
        );
    }
    // Loaded for those alone who try a company's login out.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    const loaded = require("./startCompany") as typeof startCompany;
    const groupsByRole = companyGroups(configured, groups);
    return loaded.startCompany({ ...place, company, pool, groupsByRole });
}
