import type { TryOut } from "./tryOut";

/** Says what a script needs, as one line of JSON. */
export function jsonReport({ outputs, page, users }: TryOut): string {
    const people = users
        .filter(({ enabled }) => enabled)
        .map(({ username, password, groups }) => ({ username, password, roles: groups }));
    return JSON.stringify({ ...outputs, page, users: people });
}

/** Says what a person needs: the address to open, who can sign in, and the stack's outputs. */
export function textReport({ outputs, page, users, secrets }: TryOut): string {
    const people = users
        .filter(({ enabled }) => enabled)
        .map(({ username, password, groups }) => [
            username,
            password,
            groups.join(", ") || "no group",
        ]);
    const values = Object.entries(outputs).map(([name, value]) => {
        const text = [value].flat().join(" ");
        // As Pulumi prints it.
        return [name, secrets.some((secret) => text.includes(secret)) ? "[secret]" : text];
    });
    return [
        `Open ${page}`,
        "",
        "A try-out of flexAI's OpenID Provider on this machine, not for production.",
        "These can sign in (username, password, group):",
        "",
        ...table(people),
        "",
        "Outputs, as of `pulumi up`, with their secrets by --json:",
        "",
        ...table(values),
        "",
        "Ctrl-C ends it. Options: npm start -- --help",
    ].join("\n");
}

function table(rows: readonly (readonly string[])[]): string[] {
    const widths = (rows[0] ?? []).map((_, column) =>
        Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    );
    return rows.map((row) =>
        `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
    );
}
