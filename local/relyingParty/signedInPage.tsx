import type { CompanyPage } from "../company/startCompany";
import type { ReceivedGroups } from "../provider/companyProfiles";
import { admission, type Claims } from "../../flexai/admission";
import { nextStep } from "../notices";
import { Card, htmlPage, Notice } from "../pages/htmlPage";
import { ClaimsTable } from "./claimsTable";
import { CompanyGroups, OldGroups } from "./companyGroups";
import { AnotherPerson, DocumentLink } from "./links";
import type { Tokens } from "./oidcClient";
import { Permission, Refusal } from "./verdict";

/** What the page for a signed-in user shows. */
export interface SignedInPage {
    readonly tokens: Tokens;
    readonly rolesClaim: string;
    /** Name of the stack, for its file. */
    readonly stack: string;
    /** Whether the pool's users are made up. */
    readonly isMadeUp: boolean;
    /** The page of a company with made-up people, if there is one. */
    readonly company: CompanyPage | undefined;
    /** What Cognito received from the user's company, if the user comes from one. */
    readonly received: ReceivedGroups | undefined;
    /** Address that ends the provider's session, then the page's. */
    readonly signOutUrl: string;
    /** What has just happened, if anything has. */
    readonly notice: string | undefined;
}

/** Shows what flexAI would make of the user and, for developers, the tokens. */
export function signedInPage(page: SignedInPage): string {
    const { tokens, rolesClaim, stack, isMadeUp, company, received, signOutUrl, notice } = page;
    const { idToken, accessToken } = tokens;
    const verdict = admission(idToken, rolesClaim);
    const refused = verdict.refusals.length > 0;
    const expired = !(Number(accessToken.exp) * 1000 > Date.now());
    const title = expired
        ? "Your tokens have expired"
        : `flexAI would ${refused ? "refuse you" : "let you in"}`;
    const next = nextStep(stack);
    const username = String(idToken["cognito:username"]);
    return htmlPage({
        title,
        content: (
            <>
                <Card label="Sign-in" title={title}>
                    <Notice>{notice}</Notice>
                    {expired && <p>flexAI would refresh them now.</p>}
                    {!expired && refused && (
                        <Refusal {...{ ...verdict, idToken, isMadeUp, stack }} />
                    )}
                    {!expired && !refused && <Permission {...verdict} />}
                    <OldGroups received={received} />
                    <p>
                        You are signed in with the user name <strong>{username}</strong>.
                        {!expired && ` Your tokens expire at ${timeOfDay(accessToken.exp)}.`}
                    </p>
                    <p class="quiet">
                        {next.words} <DocumentLink to={next.document} />
                    </p>
                    <a class="button secondary" href={signOutUrl}>
                        Sign out
                    </a>
                    <AnotherPerson company={company} />
                </Card>
                <ForDevelopers {...{ tokens, rolesClaim, received }} />
            </>
        ),
    });
}

function ForDevelopers(page: Pick<SignedInPage, "tokens" | "rolesClaim" | "received">) {
    const { tokens, rolesClaim, received } = page;
    const { idToken, accessToken, refreshToken } = tokens;
    return (
        <section aria-labelledby="developers">
            <h2 id="developers">For developers</h2>
            <CompanyGroups received={received} />
            <section aria-labelledby="id-token">
                <h3 id="id-token">ID token</h3>
                <IdToken claims={idToken} rolesClaim={rolesClaim} />
            </section>
            <section aria-labelledby="access-token">
                <h3 id="access-token">Access token</h3>
                <details>
                    <summary>All claims of the access token</summary>
                    <ClaimsTable
                        caption="What Envoy in front of flexAI checks."
                        claims={accessToken}
                        remarks={{ [rolesClaim]: "The user's roles" }}
                    />
                </details>
            </section>
            {refreshToken !== undefined && (
                <form method="post" action="/refresh" class="actions">
                    <button type="submit" class="secondary small">
                        Refresh tokens
                    </button>
                </form>
            )}
        </section>
    );
}

function IdToken({ claims, rolesClaim }: { claims: Claims; rolesClaim: string }) {
    const remarks = { preferred_username: "The user's name", [rolesClaim]: "The user's roles" };
    const [read, others] = [true, false].map((isRead) =>
        Object.fromEntries(
            Object.entries(claims).filter(([name]) => Object.hasOwn(remarks, name) === isRead),
        ),
    );
    return (
        <>
            <ClaimsTable caption="What flexAI reads of it." claims={read ?? {}} remarks={remarks} />
            <details>
                <summary>The other claims of the ID token</summary>
                <ClaimsTable caption="Who signed in, where and when." claims={others ?? {}} />
            </details>
        </>
    );
}

/** The page is on the machine of its reader, so the machine's time zone is the reader's. */
function timeOfDay(exp: unknown): string {
    const time = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
    return new Date(Number(exp) * 1000).toLocaleTimeString("en-GB", time);
}
