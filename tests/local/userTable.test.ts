import { expect } from "chai";

import { UserTable } from "../../local/pages/userTable";
import { rendered } from "./support/rendered";

describe("The table of who can sign in", () => {
    const user = {
        username: "anna",
        password: "a-password",
        sub: "1",
        attributes: { preferred_username: "Anna Berg" },
        groups: ["flexai-editor", "flexai-user"],
        demonstration: true,
        enabled: true,
    };
    const tableOf = (change: Partial<typeof user>) =>
        rendered(UserTable({ users: [{ ...user, ...change }], children: "A caption" }));
    const cells = (change: Partial<typeof user>) => {
        const body = /<tbody>(.*)<\/tbody>/s.exec(tableOf(change))?.[1] ?? "";
        return [...body.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) =>
            cell
                .replaceAll(/<[^>]*>/g, " ")
                .trim()
                .replaceAll(/\s+/g, " "),
        );
    };

    it("shows user names, names, passwords and roles", () => {
        const roles = "flexai-editor, flexai-user";
        expect(cells({})).to.deep.equal(["anna Anna Berg", "a-password", roles]);
        expect(cells({ groups: [] })[2]).to.equal("none");
    });

    it("marks users of the configuration", () => {
        expect(cells({ demonstration: false })[0]).to.equal("anna Anna Berg, configured");
    });

    it("does not show users who are disabled", () => {
        expect(cells({ demonstration: false, enabled: false })).to.deep.equal([]);
    });

    it("shows a name as a string, not as markup", () => {
        const username = "<b>anna</b>";
        const table = tableOf({ username });
        expect(table).to.include("&lt;b&gt;anna&lt;/b&gt;").and.not.to.include(username);
    });
});
