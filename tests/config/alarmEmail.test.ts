import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const expected =
    "an email address of 254 ASCII characters at most, without a name, such as anna@example.com";

/** An address of that many characters, whose parts are as long as they may be or shorter. */
const addressOf = (length: number) =>
    `${"o".repeat(64)}@${"d".repeat(63)}.${"d".repeat(63)}.${"d".repeat(length - 197)}.com`;

describe("The address for alarms", () => {
    it("is none by default", async () => {
        expect((await accepted()).alarmEmail).to.equal("");
        expect((await accepted({ alarmEmail: "" })).alarmEmail).to.equal("");
    });

    for (const alarmEmail of ["ops@example.com", "Ops+flexai@mail.example.com", addressOf(254)]) {
        it(`may be ${alarmEmail.slice(0, 30)}, with ${String(alarmEmail.length)} characters`, async () => {
            expect((await accepted({ alarmEmail })).alarmEmail).to.equal(alarmEmail);
        });
    }

    it("may be one with an existing pool too", async () => {
        const settings = {
            existingUserPoolId: "eu-central-1_Abc123XyZ",
            alarmEmail: "ops@example.com",
        };
        expect((await accepted(settings)).alarmEmail).to.equal("ops@example.com");
    });

    for (const [alarmEmail, set] of [
        ["ops", "EMAIL"],
        ["EMAIL", "EMAIL"],
        ["ops@example", "EMAIL"],
        ["@example.com", "EMAIL"],
        ["ops@@example.com", "EMAIL"],
        ["ops@example..com", "EMAIL"],
        ["ops@example.com, it@example.com", "EMAIL"],
        ["ops@example.com;it@example.com", "EMAIL"],
        ["arn:aws:sns:eu-central-1:123456789012:ops", "EMAIL"],
        ["+49 911 123456", "EMAIL"],
        ["https://example.com/ops@example.com", "EMAIL"],
        [" ", "EMAIL"],
        [addressOf(255), "EMAIL"],
        ["mailto:ops@example.com", "ops@example.com"],
        ["Ops <ops@example.com>", "ops@example.com"],
        [" ops@example.com ", "ops@example.com"],
    ] as const) {
        it(`may not be ${JSON.stringify(alarmEmail).slice(0, 50)}, and is led to ${set}`, async () => {
            expect(await problems({ alarmEmail })).to.deep.equal([
                `'flexai-oidc:alarmEmail' value '${alarmEmail}' is not ${expected}.` +
                    ` Run: pulumi config set --stack prod alarmEmail ${set}`,
            ]);
        });
    }

    it("may not contain what nobody can see", async () => {
        expect(await problems({ alarmEmail: "ops\u200b@example.com" })).to.deep.equal([
            "'flexai-oidc:alarmEmail' value 'ops\\u{200B}@example.com' contains an invisible character." +
                " Run: pulumi config set --stack prod alarmEmail ops@example.com",
        ]);
    });

    it("is called alarmEmail and nothing else", async () => {
        for (const other of ["alarmMail", "alarmemail", "alarm"]) {
            const [problem] = await problems({ [other]: "ops@example.com" });
            expect(problem).to.match(
                new RegExp(`Did you mean 'alarmEmail'\\? Rename '${other}' to 'alarmEmail'`),
            );
        }
    });
});
