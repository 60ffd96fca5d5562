import type { CompanyPage } from "../company/startCompany";

/** Path that begins a sign-in at the made-up company. */
export const companySignInPath = "/sign-in/company";

/** Links to a document, which this page serves: the repository may be private. */
export function DocumentLink(props: {
    /** Path of the document, with a heading or without: `docs/users.md#add-a-user`. */
    readonly to: string;
    /** Address of the start page, needed on a page of another origin. */
    readonly home?: string;
}) {
    const { to, home = "/" } = props;
    return (
        <a class="whole" href={home + to}>
            {to.replace(/#.*/, "")}
        </a>
    );
}

/**
 * Links to the made-up company's own page, if there is one: the company's session outlives every sign-out
 * of flexAI, so the button of the sign-in page leads to the same person again.
 */
export function AnotherPerson({ company }: { readonly company: CompanyPage | undefined }) {
    return company === undefined ? null : (
        <a class="button secondary" href={company.address}>
            Sign in as another person of {company.name}
        </a>
    );
}
