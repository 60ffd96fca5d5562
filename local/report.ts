import { isObject } from "../commandLine/json";
import type { Options } from "./options";
import { nextStep } from "./notices";
import type { TryOut } from "./tryOut";
import { nameOf, usersWhoCanSignIn } from "./tryOutUsers";

/** Columns and users that fit a terminal of 80 x 24, below npm's own lines. */
const columns = 80;
const mostUsers = 5;

/** Writes what a script needs, as one line of JSON. */
export function jsonReport({ outputs, page, users }: TryOut): string {
    const people = usersWhoCanSignIn(users).map((user) => ({
        username: user.username,
        password: user.password,
        name: nameOf(user),
        roles: user.groups,
    }));
    return JSON.stringify({ ...outputs, page, users: people });
}

/** Writes what a person needs: who can sign in and, last, the address to open. */
export function textReport(
    tryOut: TryOut,
    { outputs, stack }: Pick<Options, "outputs" | "stack">,
): string {
    const next = nextStep(stack);
    return [
        "",
        ...(outputs ? [...outputLines(tryOut), ""] : []),
        ...signInLines(tryOut),
        "",
        ...tryOut.notices,
        `Settings: Pulumi.${stack}.yaml. After a change, end this by Ctrl-C and start again.`,
        "Options: npm start -- --help",
        `${next.words} ${next.document}`,
        "",
        `Open ${tryOut.page}`,
    ].join("\n");
}

function signInLines(tryOut: TryOut): string[] {
    const what = "A try-out without AWS, not for production.";
    if (tryOut.users.length === 0) return [`${what} The company's people alone can sign in.`];
    const whose = tryOut.users.some(({ demonstration }) => demonstration) ? "Made-up" : "Your";
    return [`${what} ${whose} users, to sign in as:`, "", ...userLines(tryOut)];
}

function userLines({ users }: TryOut): string[] {
    const people = usersWhoCanSignIn(users);
    const shown = people.length > mostUsers ? people.slice(0, mostUsers - 1) : people;
    const rows = shown.map((user) => [
        user.username,
        user.password,
        user.groups.join(", ") || "none",
        nameOf(user),
    ]);
    const more = people.length - shown.length;
    const disabled = users.filter(({ enabled }) => !enabled).map(({ username }) => username);
    return [
        ...table([["USERNAME", "PASSWORD", "ROLES", "NAME"], ...rows]),
        ...(more > 0 ? [`  ... and ${String(more)} more, on the page`] : []),
        ...(disabled.length > 0 ? [`  Disabled, so refused: ${disabled.join(", ")}`] : []),
    ].map((line) => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line));
}

function outputLines({ outputs, secrets }: TryOut): string[] {
    const rows = Object.entries(outputs).map(([name, value]) => {
        const shown = isObject(value) ? JSON.stringify(value) : [value].flat().join(" ");
        // As Pulumi prints secrets.
        return [name, secrets.some((secret) => shown.includes(secret)) ? "[secret]" : shown];
    });
    return ["Outputs, as of `pulumi up`, with their secrets by --json:", "", ...table(rows)];
}

function table(rows: readonly (readonly string[])[]): string[] {
    const widths = (rows[0] ?? []).map((_, column) =>
        Math.min(24, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
    );
    return rows.map((row) =>
        `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
    );
}
