import { expect } from "chai";

import { People } from "../../local/provider/people";
import { rendered } from "./support/rendered";

describe("The list of who can sign in", () => {
    const user = {
        username: "anna",
        password: "a-password",
        sub: "1",
        attributes: { preferred_username: "Anna Berg", email: "anna@example.com" },
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

    it("shows names, roles, user names, emails and passwords", () => {
        expect(wordsOf({})).to.equal(
            "Anna Berg flexai-editor flexai-user anna or anna@example.com , password a-password Sign in",
        );
        expect(wordsOf({ groups: [] })).to.match(/^Anna Berg no role anna /);
        const attributes = { preferred_username: "Anna Berg" };
        expect(wordsOf({ attributes } as Partial<typeof user>)).to.include("user anna , password");
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

    it("marks users who are disabled, who can be tried all the same", () => {
        expect(wordsOf({ groups: ["flexai-user"], enabled: false })).to.match(
            /^Anna Berg flexai-user disabled anna .* Sign in$/,
        );
    });

    it("shows a name as a string, not as markup", () => {
        const username = "<b>anna</b>";
        const list = listOf({ username });
        expect(list).to.include("&lt;b&gt;anna&lt;/b&gt;").and.not.to.include(username);
    });
});
