import { laidOut } from "../../commandLine/message";
import { companyCallbackPath } from "../../components/endpoints";
import { originsOf } from "../../flexai/addresses";
import { listen } from "../loopback";
import type { RegisteredCompany } from "../program/registeredCompany";
import type { UserPool } from "../program/registeredPool";
import { CompanySignIn, type CompanySignInOptions } from "../provider/companySignIn";
import { createSigningKey } from "../provider/signingKeys";
import { colleaguesOf, type GroupsByRole } from "./colleagues";
import { companyApp } from "./companyApp";
import { discoveryProblem } from "./discoveryProblem";

/** What the company's side of a try-out is made from. */
export interface StartCompanyOptions {
    readonly company: RegisteredCompany;
    readonly pool: UserPool;
    /** Origin of the provider in Cognito's place. */
    readonly origin: string;
    /** Address of the start page. */
    readonly home: string;
    /** Address that begins a sign-in at the company. */
    readonly signInAddress: string;
    /** Groups by the role that they grant. */
    readonly groupsByRole: GroupsByRole;
    /** Issuer of a provider that already serves, by default a made-up one. */
    readonly issuer?: string | undefined;
}

/** The page of a company with made-up people. */
export interface CompanyPage {
    /** Name of the company. */
    readonly name: string;
    readonly address: string;
}

/** A company whose people can sign in. */
export interface RunningCompany {
    readonly signIn: CompanySignIn;
    readonly issuer: string;
    /** The page with its people, if they are made up. */
    readonly page: CompanyPage | undefined;
    /** What a person does about it, a line each of at most 80 columns but for addresses. */
    readonly notices: readonly string[];
    readonly close: () => Promise<void>;
}

/**
 * Serves a company with made-up people, and connects the provider in Cognito's place with it.
 *
 * @throws {Error} When the issuer does not serve valid metadata
 */
export async function startCompany(options: StartCompanyOptions): Promise<RunningCompany> {
    const { company, pool, origin, issuer, groupsByRole, home, signInAddress } = options;
    const redirectUri = origin + companyCallbackPath;
    if (issuer !== undefined) {
        const signIn = await connected({ company, pool, redirectUri, issuer });
        const notices = [
            "The company's provider, and the redirect URI to register there:",
            `  ${issuer}`,
            `  ${redirectUri}`,
        ];
        return { signIn, issuer, page: undefined, notices, close: () => Promise.resolve() };
    }
    const server = await listen(0);
    const own = `http://127.0.0.1:${String(server.port)}`;
    const app = companyApp({
        company,
        colleagues: colleaguesOf(company.name, groupsByRole),
        issuer: own,
        redirectUri,
        origins: originsOf(pool.client.callbackUrls),
        key: createSigningKey(),
        home,
        signInAddress,
    });
    server.serve(app.fetch);
    const signIn = await CompanySignIn.connect({ company, pool, redirectUri, issuer: own });
    const page = { name: company.name, address: `${own}/` };
    const notices = [
        `Choose who of ${company.name} signs in, and their groups:`,
        `  ${page.address}`,
    ];
    return { signIn, issuer: own, page, notices, close: () => server.close() };
}

async function connected(options: CompanySignInOptions): Promise<CompanySignIn> {
    try {
        return await CompanySignIn.connect(options);
    } catch (error) {
        throw new Error(laidOut(discoveryProblem(options.issuer, error as Error)), {
            cause: error,
        });
    }
}
