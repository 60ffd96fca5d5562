import { expect } from "chai";
import { html } from "hono/html";

import { userTable } from "../../local/pages/userTable";

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
    const tableOf = async (change: Partial<typeof user>) =>
        (await userTable(html`A caption`, [{ ...user, ...change }])).toString();
    const cells = async (change: Partial<typeof user>) => {
        const table = await tableOf(change);
        const body = /<tbody>(.*)<\/tbody>/s.exec(table)?.[1] ?? "";
        return [...body.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) =>
            cell
                .replaceAll(/<[^>]*>/g, " ")
                .trim()
                .replaceAll(/\s+/g, " "),
        );
    };

    it("shows names, passwords and roles", async () => {
        const roles = "flexai-editor, flexai-user";
        expect(await cells({})).to.deep.equal(["anna", "a-password", roles]);
        expect(await cells({ groups: [] })).to.deep.equal(["anna", "a-password", "none"]);
    });

    it("marks users of the configuration, and those who are disabled", async () => {
        const [configured] = await cells({ demonstration: false });
        expect(configured).to.equal("anna configured");
        const [disabled] = await cells({ demonstration: false, enabled: false });
        expect(disabled).to.equal("anna configured, disabled");
    });

    it("shows a name as text, not as markup", async () => {
        const username = "<b>anna</b>";
        const table = await tableOf({ username });
        expect(table).to.include("&lt;b&gt;anna&lt;/b&gt;").and.not.to.include(username);
    });
});
