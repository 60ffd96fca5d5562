import { customGroupsAttribute } from "../../components/identityProvider";
import type { ReceivedGroups } from "../provider/companyProfiles";
import { ClaimName } from "./claimsTable";
import { DocumentLink } from "./links";

/** What is known of the groups that somebody has in a company. */
export interface CompanyGroupsProps {
    /** `undefined` for a user of the pool. */
    readonly received: ReceivedGroups | undefined;
}

/** Warns that the roles are those of an earlier sign-in. */
export function OldGroups({ received }: CompanyGroupsProps) {
    if (received?.sent !== undefined || received?.kept === undefined) return null;
    const { company, claim } = received;
    return (
        <div class="alert" role="alert">
            <p>
                This is the hole: {company} did not send the claim <code>{claim}</code>, so Cognito
                keeps the groups of an earlier sign-in, and their roles. How to close it:{" "}
                <DocumentLink to="docs/company-login.md#close-the-hole" />
            </p>
        </div>
    );
}

/** Shows what flexAI does not see: the company's claim, and what Cognito made of it. */
export function CompanyGroups({ received }: CompanyGroupsProps) {
    if (received === undefined) return null;
    const { company, claim, sent, kept } = received;
    return (
        <section aria-labelledby="company-groups">
            <h3 id="company-groups">Groups from {company}</h3>
            <table>
                <caption class="quiet">
                    What Cognito knows since the last sign-in there. flexAI sees the roles alone.
                </caption>
                <thead>
                    <tr>
                        <th scope="col">Where</th>
                        <th scope="col">Value</th>
                    </tr>
                </thead>
                <tbody>
                    <Row where={`${company} sent`} name={claim} value={sent} otherwise="not sent" />
                    <Row
                        where="Cognito keeps"
                        name={customGroupsAttribute}
                        value={kept}
                        otherwise="nothing"
                    />
                </tbody>
            </table>
        </section>
    );
}

interface RowProps {
    readonly where: string;
    /** Of the claim or the attribute. */
    readonly name: string;
    readonly value: string | undefined;
    readonly otherwise: string;
}

function Row({ where, name, value, otherwise }: RowProps) {
    return (
        <tr>
            <th scope="row">
                {where} <ClaimName name={name} />
            </th>
            <td>{value === undefined ? otherwise : <code>{value}</code>}</td>
        </tr>
    );
}
