import { expect } from "chai";
import { html } from "hono/html";

import { userTable } from "../../local/userTable";

describe("The table of who can sign in", () => {
    const user = {
        username: "anna",
        password: "a-password",
        sub: "1",
        attributes: {},
        groups: ["flexai-editor", "flexai-user"],
        demonstration: true,
        enabled: true,
    };
    const cells = (change: Partial<typeof user>) => {
        const table = String(userTable(html`A caption`, [{ ...user, ...change }]));
        const body = /<tbody>(.*)<\/tbody>/s.exec(table)?.[1] ?? "";
        return [...body.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) =>
            cell
                .replaceAll(/<[^>]*>/g, " ")
                .trim()
                .replaceAll(/\s+/g, " "),
        );
    };

    it("shows names, passwords and roles", () => {
        expect(cells({})).to.deep.equal(["anna", "a-password", "flexai-editor, flexai-user"]);
        expect(cells({ groups: [] })).to.deep.equal(["anna", "a-password", "none"]);
    });

    it("marks users of the configuration, and those who are disabled", () => {
        expect(cells({ demonstration: false })[0]).to.equal("anna configured");
        expect(cells({ demonstration: false, enabled: false })[0]).to.equal(
            "anna configured, disabled",
        );
    });

    it("shows a name as text, not as markup", () => {
        const username = "<b>anna</b>";
        const table = String(userTable(html`A caption`, [{ ...user, username }]));
        expect(table).to.include("&lt;b&gt;anna&lt;/b&gt;").and.not.to.include(username);
    });
});
