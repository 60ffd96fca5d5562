import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

describe("Users that share a name", () => {
    const given = { username: "anna", email: "anna@example.com", preferredUsername: "Anna" };
    const other = { username: "bert", email: "bert@example.com", preferredUsername: "Bert" };
    const repeated: readonly (readonly [string, object])[] = [
        ["username", { ...other, username: "anna" }],
        ["username", { ...other, username: "ANNA" }],
        ["email", { ...other, email: "Anna@Example.com" }],
        ["preferredUsername", { ...other, preferredUsername: "aNNa" }],
        ["email and preferredUsername", { ...given, username: "bert" }],
        ["username and email and preferredUsername", given],
    ];
    for (const [names, second] of repeated) {
        it(`T4: are refused for the ${names}: ${JSON.stringify(second)}`, async () => {
            expect(await problems({ users: [given, second] })).to.deep.equal([
                `'flexai-oidc:users[1]' value '${JSON.stringify(second)}' repeats the ${names} of a` +
                    " user before it, whatever the case. Run: pulumi config rm --path 'users[1]'",
            ]);
        });
    }

    it("T4: are refused when a preferredUsername is another's email by default", async () => {
        const second = { ...other, preferredUsername: "ANNA@example.com" };
        const users = [{ username: "anna", email: "anna@example.com" }, second];
        expect(await problems({ users })).to.have.lengthOf(1);
    });

    it("are taken when one's username is another's preferredUsername", async () => {
        const users = [
            given,
            { ...other, preferredUsername: "bert" },
            { username: "c", email: "c@d.de", preferredUsername: "d" },
        ];
        expect((await accepted({ users })).users).to.have.lengthOf(3);
    });
});
