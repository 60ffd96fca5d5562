import { AuthorizationResponseError, ResponseBodyError } from "openid-client";

import type { CompanyPage } from "../company/startCompany";
import { BackToStart, Card, htmlPage } from "../pages/htmlPage";
import { CompanyFailure } from "./companyFailure";
import { AnotherPerson } from "./links";

/** What the page for a sign-in or a refresh that failed shows. */
export interface FailurePage {
    readonly title: string;
    readonly reason: string;
    /** The page of a company with made-up people, if there is one. */
    readonly company: CompanyPage | undefined;
    /** Addresses to which AWS would send an alarm because of it. */
    readonly alarmed?: readonly string[] | undefined;
}

/** Shows why a sign-in or a refresh failed, and what to do next. */
export function failurePage({ title, reason, company, alarmed = [] }: FailurePage): string {
    return htmlPage({
        title,
        content: (
            <Card label="Failure" title={title}>
                <p class="alert" role="alert">
                    {reason}
                </p>
                <CompanyFailure reason={reason} />
                {alarmed.length > 0 && (
                    <p>The trigger failed: an alarm would go to {alarmed.join(", ")}</p>
                )}
                <a class="button" href="/sign-in">
                    Sign in again
                </a>
                <BackToStart />
                <AnotherPerson company={company} />
            </Card>
        ),
    });
}

/** Explains the provider's error, or what is wrong with its response. */
export function reasonOf(error: unknown): string {
    if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
        const { error: code, error_description: description } = error;
        const said = description === undefined ? code : `${description} (${code})`;
        return `The OpenID Provider says: ${said}`;
    }
    const message = error instanceof Error ? error.message : String(error);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    return `The response of the OpenID Provider is not valid: ${message}${cause && `, ${cause}`}`;
}
