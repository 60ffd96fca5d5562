import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

describe("Users that share a name", () => {
    const given = { username: "anna", email: "anna@example.com", preferredUsername: "José" };
    const other = { username: "bert", email: "bert@example.com", preferredUsername: "Bert" };
    const repeated: readonly (readonly [string, typeof given])[] = [
        ["username", { ...other, username: "anna" }],
        ["username", { ...other, username: "ANNA" }],
        ["username", { ...other, username: "ａnna" }],
        ["email", { ...other, email: "Anna@Example.com" }],
        ["preferredUsername", { ...other, preferredUsername: "jOSÉ" }],
        ["preferredUsername", { ...other, preferredUsername: "Jose\u0301" }],
        ["email and preferredUsername", { ...given, username: "bert" }],
        ["username, email and preferredUsername", given],
    ];
    for (const [names, second] of repeated) {
        it(`T4: are refused for the ${names}: ${JSON.stringify(second)}`, async () => {
            expect(await problems({ users: [given, second] })).to.deep.equal([
                `User '${second.username}' repeats the ${names} of an earlier user (case is ignored).` +
                    " Change one of the two, or delete it, in Pulumi.prod.yaml",
            ]);
        });
    }

    for (const [one, two] of [
        ["Anna B", "Anna\u00a0B"],
        ["Anna B", "Anna  B"],
        ["Straße", "STRASSE"],
        ["ΣΑΣ", "σας"],
        ["ﬁona", "fiona"],
        ["①", "1"],
    ] as const) {
        it(`T4: are refused for names that look alike: '${one}' and '${two}'`, async () => {
            const users = [
                { ...given, preferredUsername: one },
                { ...other, preferredUsername: two },
            ];
            expect(await problems({ users })).to.have.lengthOf(1);
        });
    }

    it("T4: are refused when a preferredUsername is another's email by default", async () => {
        const second = { ...other, preferredUsername: "ANNA@example.com" };
        const users = [{ username: "anna", email: "anna@example.com" }, second];
        expect(await problems({ users })).to.have.lengthOf(1);
    });

    it("are refused without showing their fields, one of which may be a secret", async () => {
        const users = [given, { ...given, note: "hunter2" }];
        expect((await problems({ users })).join()).not.to.include("hunter2");
    });

    it("are accepted when one's username is another's preferredUsername", async () => {
        const users = [
            given,
            { ...other, preferredUsername: "bert" },
            { username: "c", email: "c@d.de", preferredUsername: "d" },
        ];
        expect((await accepted({ users })).users).to.have.lengthOf(3);
    });
});
