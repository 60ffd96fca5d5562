import { expect } from "chai";

import { People } from "../../local/provider/people";
import { rendered } from "./support/rendered";

describe("The list of who can sign in", () => {
    const user = {
        username: "anna",
        password: "a-password",
        sub: "1",
        attributes: { preferred_username: "Anna Berg" },
        groups: ["flexai-editor", "flexai-user"],
        demonstration: true,
        enabled: true,
    };
    const listOf = (change: Partial<typeof user>) =>
        rendered(People({ users: [{ ...user, ...change }], csrf: "a-token" }));
    const wordsOf = (change: Partial<typeof user>) =>
        listOf(change)
            .replaceAll(/<[^>]*>/g, " ")
            .replaceAll(/\s+/g, " ")
            .trim();

    it("shows names, roles, user names and passwords", () => {
        expect(wordsOf({})).to.equal(
            "Anna Berg flexai-editor flexai-user anna , password a-password Sign in",
        );
        expect(wordsOf({ groups: [] })).to.match(/^Anna Berg no role anna /);
    });

    it("marks users of the configuration", () => {
        expect(wordsOf({ demonstration: false })).to.include("anna (configured), password");
    });

    it("has a form for each user that is filled in, with the page's token", () => {
        const html = listOf({});
        const fields = [...html.matchAll(/type="hidden" name="(.*?)" value="(.*?)"/g)];
        expect(fields.map(([, name, value]) => [name, value])).to.deep.equal([
            ["_csrf", "a-token"],
            ["username", "anna"],
            ["password", "a-password"],
        ]);
        expect(html).to.include('aria-label="Sign in as Anna Berg"');
    });

    it("does not show users who are disabled", () => {
        expect(wordsOf({ demonstration: false, enabled: false })).to.equal("");
    });

    it("shows a name as a string, not as markup", () => {
        const username = "<b>anna</b>";
        const list = listOf({ username });
        expect(list).to.include("&lt;b&gt;anna&lt;/b&gt;").and.not.to.include(username);
    });
});
