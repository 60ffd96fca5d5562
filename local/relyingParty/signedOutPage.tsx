import type { CompanyPage } from "../company/startCompany";
import { htmlPage, Notice } from "../pages/htmlPage";
import { UserTable } from "../pages/userTable";
import type { TryOutUser } from "../tryOutUsers";

/** What the page for a user who is not signed in shows. */
export interface SignedOutPage {
    readonly users: readonly TryOutUser[];
    /** The page of a company with made-up people, if there is one. */
    readonly company: CompanyPage | undefined;
    /** Origins of a deployed flexAI that a sign-in may return to, besides this page. */
    readonly otherOrigins: readonly string[];
    /** Whether there is a page of invitations. */
    readonly invitations: boolean;
    /** What has just happened, if anything has. */
    readonly notice?: string | undefined;
}

/** Leads to the sign-in page, and shows who can sign in. */
export function signedOutPage(page: SignedOutPage): string {
    const { users, company, otherOrigins, invitations, notice } = page;
    const title = "flexAI (stand-in)";
    return htmlPage({
        title,
        content: (
            <>
                <h1>{title}</h1>
                <Notice>{notice}</Notice>
                <section class="card" aria-label="Sign-in">
                    <p>
                        This page stands in for flexAI. It sends you to the sign-in page and then
                        shows whether flexAI would let you in, under which name and with which
                        roles.
                    </p>
                    <div class="actions">
                        <a class="button" href="/sign-in">
                            Sign in
                        </a>
                    </div>
                    {otherOrigins.length > 0 && (
                        <p class="quiet">
                            A sign-in may return to this page and to a flexAI at{" "}
                            {otherOrigins.join(", ")}
                        </p>
                    )}
                </section>
                <h2>Who can sign in</h2>
                {company && (
                    <p>
                        The people of <a href={company.address}>{company.name}</a>, which is made
                        up.
                    </p>
                )}
                {users.length > 0 && (
                    <UserTable users={users}>
                        People for this try-out: one for each role and one without. A user has the
                        roles of the groups that they are in; without a role, flexAI refuses them.
                    </UserTable>
                )}
                {invitations && (
                    <p>
                        <a href="/invitations">Invitations that the configured users would get</a>
                    </p>
                )}
            </>
        ),
    });
}
