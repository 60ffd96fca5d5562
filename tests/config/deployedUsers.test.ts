import { expect } from "chai";

import { loadConfig } from "../../config/stackConfig";
import { problems, warnings } from "../support/configuration";
import { run } from "../support/program";

const bert = { username: "bert", email: "bert@example.com" };
const deployed = { usernames: ["anna"] };
const isNotAnAddress =
    "is not an email address of 254 ASCII characters at most, without a name, such as anna@example.com";

describe("A user whom the stack has created", () => {
    for (const [email, remedy] of [
        ["anna@bücher.example", ": email: anna@xn--bcher-kva.example"],
        ["müller@example.com", ", with your own in place of EMAIL: email: EMAIL"],
        ["anna..b@example.com", ", with your own in place of EMAIL: email: EMAIL"],
    ] as const) {
        it(`keeps the address ${email}, with a warning`, async () => {
            const users = [bert, { username: "anna", email }];
            expect(await warnings({ users }, deployed)).to.deep.equal([
                `User 'anna': 'email' ${isNotAnAddress}; pulumi up leaves the user's address as it is.` +
                    ` In Pulumi.prod.yaml, write for user 'anna'${remedy}`,
            ]);
            const { outputs } = await run(() => loadConfig(deployed).users[1], "prod", { users });
            expect(outputs).to.include({ email, preferredUsername: email });
        });
    }

    it("must have an address, and whoever is new one of the form", async () => {
        const users = [
            { username: "anna", email: "" },
            { username: "carla", email: "müller@example.com" },
        ];
        const { error } = await run(() => loadConfig(deployed), "prod", { users });
        expect((error as Error).message).to.match(/'anna': 'email' is missing[^]*'carla': 'email'/);
    });
});

describe("A user's name", () => {
    for (const [field, name, scripts, word] of [
        ["username", "\u0410nna", "Latin and Cyrillic", "\u0410nna"],
        ["preferredUsername", "Anna \u039f'Neil-Br\u043ewn", "Latin and Cyrillic", "Br\u043ewn"],
        ["preferredUsername", "k\u03a9\u0430", "Latin, Cyrillic and Greek", "k\u03a9\u0430"],
    ] as const) {
        it(`with the word ${word} of ${scripts} is warned of`, async () => {
            const users = [{ ...bert, [field]: name }];
            expect(await warnings({ users })).to.deep.equal([
                `User '${field === "username" ? name : "bert"}': '${field}' mixes letters of ${scripts} in the word '${word}', and some` +
                    " look alike. Write the word in one script, unless it is meant, in Pulumi.prod.yaml",
            ]);
        });
    }

    it("may have words of different scripts, and scripts that nobody takes for another", async () => {
        for (const preferredUsername of ["Анна Smith", "Smithさん", "김Anna", "Anna-Анна", "Zoë"]) {
            const users = [{ ...bert, preferredUsername }];
            expect(await warnings({ users }), preferredUsername).to.deep.equal([]);
        }
    });

    it("may have signs that people see, which make it no other name", async () => {
        const anna = { username: "anna", email: "anna@example.com", preferredUsername: "A ✉️" };
        expect(
            await problems({ users: [anna, { ...bert, preferredUsername: "葛\u{e0100}城 1️⃣" }] }),
        ).to.deep.equal([]);
        expect(
            await problems({ users: [anna, { ...bert, preferredUsername: "A ✉" }] }),
        ).to.deep.equal([
            "User 'bert' repeats the preferredUsername of an earlier user (case is ignored)." +
                " Change one of the two, or delete it, in Pulumi.prod.yaml",
        ]);
        expect(
            await problems({ users: [{ ...bert, preferredUsername: "A\ufe0f" }] }),
        ).to.have.lengthOf(1);
    });
});
