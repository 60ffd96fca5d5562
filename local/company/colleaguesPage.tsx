import { BackToStart, Card, htmlPage, Labels } from "../pages/htmlPage";
import { DocumentLink } from "../relyingParty/links";
import { type Colleague, groupsOf } from "./colleagues";

/** What the page of the company shows. */
export interface ColleaguesPage {
    /** Name of the company. */
    readonly company: string;
    readonly colleagues: readonly Colleague[];
    /** Whether somebody is signing in; otherwise the page is about groups and the company's session. */
    readonly signsIn: boolean;
    /** Who is signed in at the company in this browser. */
    readonly signedIn?: Colleague | undefined;
    /** Address of the start page. */
    readonly home: string;
}

/** Shows the company's people, each with a button. */
export function colleaguesPage(page: ColleaguesPage): string {
    const { company, colleagues, signsIn, signedIn, home } = page;
    const title = signsIn ? `Sign in at ${company}` : `${company} (made up)`;
    return htmlPage({
        title,
        content: (
            <Card label="People" title={title}>
                <p class="quiet">
                    This stands in for the company&apos;s identity provider. Its people are made up
                    and need no password.
                </p>
                {!signsIn && (
                    <>
                        <p class="quiet">
                            Who is taken out of all groups and signs in again keeps the roles of the
                            sign-in before:{" "}
                            <DocumentLink to="docs/company-login.md#close-the-hole" home={home} />
                        </p>
                        <Session company={company} signedIn={signedIn} />
                    </>
                )}
                <form method="post" action={signsIn ? undefined : "/people"}>
                    <ul class="people">
                        {colleagues.map((colleague) => (
                            <Row colleague={colleague} signsIn={signsIn} />
                        ))}
                    </ul>
                </form>
                {!signsIn && <BackToStart home={home} />}
            </Card>
        ),
    });
}

function Row({ colleague, signsIn }: { readonly colleague: Colleague; readonly signsIn: boolean }) {
    const { sub, name, email, groups, isTakenOut } = colleague;
    const change = isTakenOut ? "Put back into the groups" : "Take out of all groups";
    return (
        <li>
            <div>
                <p>
                    <strong>{name}</strong>{" "}
                    <Labels words={groupsOf(colleague)} otherwise="no group" />
                </p>
                <p class="quiet">{email ?? "no email"}</p>
            </div>
            <div class="actions">
                <button
                    class="secondary small"
                    name="colleague"
                    value={sub}
                    aria-label={`Sign in as ${name}`}
                >
                    Sign in
                </button>
                {!signsIn && groups.length > 0 && (
                    <button
                        class="secondary small"
                        formaction="/groups"
                        name="colleague"
                        value={sub}
                        aria-label={`${change}: ${name}`}
                    >
                        {change}
                    </button>
                )}
            </div>
        </li>
    );
}

function Session({ company, signedIn }: Pick<ColleaguesPage, "company" | "signedIn">) {
    return signedIn === undefined ? (
        <p>Nobody is signed in at {company} in this browser.</p>
    ) : (
        <form method="post" action="/sign-out" class="actions">
            <p>
                <strong>{signedIn.name}</strong> is signed in at {company} in this browser, and
                comes back to flexAI without a question.
            </p>
            <button class="secondary small">Sign out of {company}</button>
        </form>
    );
}
