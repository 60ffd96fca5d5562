import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { CompanyPage } from "../company/startCompany";
import { projectFolder } from "../program/stackFile";

/** Path that begins a sign-in at the made-up company. */
export const companySignInPath = "/sign-in/company";

/**
 * Links to a page of the documents, which this page serves as Markdown: the repository may be private. As
 * Markdown in a browser has no anchors, a heading is named.
 */
export function DocumentLink(props: {
    readonly name: string;
    readonly heading?: string;
    /** Address of the start page, needed on a page of another origin. */
    readonly home?: string;
}) {
    const { name, heading, home = "/" } = props;
    return (
        <>
            <a class="whole" href={`${home}docs/${name}`}>
                docs/{name}
            </a>
            {heading !== undefined && `, “${heading}”`}
        </>
    );
}

/** Reads a page of the documents, if there is one of that name. */
export function documentNamed(name: string): string | undefined {
    if (!/^[\w-]+\.md$/.test(name)) return undefined;
    try {
        return readFileSync(join(projectFolder, "docs", name), "utf8");
    } catch {
        return undefined;
    }
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
