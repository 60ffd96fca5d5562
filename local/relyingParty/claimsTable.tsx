import type { Claims } from "../../flexai/admission";

const times = ["auth_time", "exp", "iat", "nbf"];

/** What the table of claims shows. */
export interface ClaimsTableProps {
    readonly caption: string;
    readonly claims: Claims;
    /** What a claim means to flexAI, by the claim's name. */
    readonly remarks?: Readonly<Record<string, string>>;
}

/** Shows the claims of a token; those with a remark come first and are marked. */
export function ClaimsTable({ caption, claims, remarks = {} }: ClaimsTableProps) {
    const names = Object.keys(claims).sort();
    const marked = Object.keys(remarks).filter((name) => names.includes(name));
    const others = names.filter((name) => !marked.includes(name));
    return (
        <table>
            <caption class="quiet">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">Claim</th>
                    <th scope="col">Value</th>
                </tr>
            </thead>
            <tbody>
                {[...marked, ...others].map((name) => (
                    <Row
                        name={name}
                        value={claims[name]}
                        remark={marked.includes(name) ? remarks[name] : undefined}
                    />
                ))}
            </tbody>
        </table>
    );
}

interface RowProps {
    readonly name: string;
    readonly value: unknown;
    readonly remark: string | undefined;
}

function Row({ name, value, remark }: RowProps) {
    return (
        <tr class={remark === undefined ? undefined : "marked"}>
            <th scope="row">
                <ClaimName name={name} />
            </th>
            <td>
                <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
                {remark !== undefined && <div class="quiet">{remark}</div>}
                {times.includes(name) && typeof value === "number" && (
                    <div class="quiet">{dateAndTime(value)}</div>
                )}
            </td>
        </tr>
    );
}

/** Shows the name of a claim or an attribute, which a narrow window may break after each part. */
export function ClaimName({ name }: { readonly name: string }) {
    return (
        <code>
            {name.split(/(?<=[_:/])/).map((part) => (
                <>
                    {part}
                    <wbr />
                </>
            ))}
        </code>
    );
}

/**
 * Formats a time of a token for people, in the time zone of this machine and of whoever reads its pages.
 *
 * @param seconds - Since 1970
 */
function dateAndTime(seconds: number): string {
    const date = new Date(seconds * 1000);
    if (Number.isNaN(date.getTime())) return "";
    return date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "long" });
}
