import { htmlPage } from "../pages/htmlPage";
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
}

/** Shows the company's people, each with a button. */
export function colleaguesPage({ company, colleagues, signsIn, signedIn }: ColleaguesPage): string {
    const title = signsIn ? `Sign in at ${company}` : `${company} (made up)`;
    return htmlPage({
        title,
        content: (
            <>
                <h1>{title}</h1>
                <p>
                    This stands in for the company&apos;s identity provider. Its people are made up
                    and need no password.
                </p>
                {!signsIn && <Session company={company} signedIn={signedIn} />}
                <form
                    class="scroll"
                    tabindex={0}
                    role="region"
                    aria-label="People"
                    method="post"
                    action={signsIn ? undefined : "/groups"}
                >
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">Name</th>
                                <th scope="col">Groups</th>
                                <th scope="col">{signsIn ? "Sign in" : "Change"}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {colleagues.map((colleague) => (
                                <Row colleague={colleague} signsIn={signsIn} />
                            ))}
                        </tbody>
                    </table>
                </form>
            </>
        ),
    });
}

function Row({ colleague, signsIn }: { readonly colleague: Colleague; readonly signsIn: boolean }) {
    const { sub, name, email, groups, isTakenOut } = colleague;
    const change = isTakenOut ? "Put back into the groups" : "Take out of all groups";
    return (
        <tr>
            <th scope="row">
                {name}
                <div class="quiet">{email ?? "no email"}</div>
            </th>
            <td>{groupsOf(colleague).join(", ") || "none"}</td>
            <td>
                {(signsIn || groups.length > 0) && (
                    <button
                        class={signsIn ? undefined : "secondary"}
                        name="colleague"
                        value={sub}
                        aria-label={signsIn ? `Sign in as ${name}` : `${change}: ${name}`}
                    >
                        {signsIn ? "Sign in" : change}
                    </button>
                )}
            </td>
        </tr>
    );
}

function Session({ company, signedIn }: Pick<ColleaguesPage, "company" | "signedIn">) {
    return signedIn === undefined ? (
        <p>Nobody is signed in at {company} in this browser.</p>
    ) : (
        <form method="post" action="/sign-out" class="actions">
            <span>
                <strong>{signedIn.name}</strong> is signed in at {company} in this browser, and
                comes back to flexAI without a question.
            </span>
            <button class="secondary">Sign out of {company}</button>
        </form>
    );
}
