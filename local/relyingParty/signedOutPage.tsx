import type { CompanyPage } from "../company/startCompany";
import { Card, htmlPage, Notice } from "../pages/htmlPage";
import { AnotherPerson } from "./links";

/** What the page for a user who is not signed in shows. */
export interface SignedOutPage {
    /** The page of a company with made-up people, if there is one. */
    readonly company: CompanyPage | undefined;
    /** Origins of a deployed flexAI that a sign-in may return to, besides this page. */
    readonly otherOrigins: readonly string[];
    /** Emails that have a page of their own. */
    readonly invitations: readonly unknown[];
    /** What has just happened, if anything has. */
    readonly notice?: string | undefined;
}

/** Leads to the sign-in page. */
export function signedOutPage(page: SignedOutPage): string {
    const { company, otherOrigins, invitations, notice } = page;
    const title = "flexAI (stand-in)";
    return htmlPage({
        title,
        content: (
            <Card label="Sign-in" title={title}>
                <Notice>{notice}</Notice>
                <p>
                    This page stands in for flexAI, which would lead to the sign-in page at once.
                    After the sign-in it shows whether flexAI would let you in, under which name and
                    with which roles.
                </p>
                <a class="button" href="/sign-in">
                    Sign in
                </a>
                <AnotherPerson company={company} />
                <p class="quiet">
                    {invitations.length > 0 && (
                        <>
                            <a href="/invitations">The email that a new user gets</a>
                            {" · "}
                        </>
                    )}
                    <a href="/docs/README.md">All documents</a>
                </p>
                {otherOrigins.length > 0 && (
                    <p class="quiet">
                        flexAI&apos;s addresses by the settings: {otherOrigins.join(", ")}
                    </p>
                )}
            </Card>
        ),
    });
}
