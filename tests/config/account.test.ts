import { expect } from "chai";

import type { SuggestedAccount } from "../../config/account";
import { loadConfig } from "../../config/stackConfig";
import { accepted, problems } from "../support/configuration";
import { run } from "../support/program";

const key = "aws:allowedAccountIds";
const command = `Run: pulumi config set --stack prod --path --type string '${key}[0]'`;
const loss =
    "under another account's credentials Pulumi would forget the user pool and create a new one.";
const missing = `'${key}' is missing: the AWS account of this stack. It is required, because ${loss}`;
const toSee = "AWS's console shows yours in the menu at the top right.";

async function refusals(ids: unknown, account?: SuggestedAccount): Promise<string[]> {
    const { error } = await run(
        () => loadConfig({ suggestedAccount: account, usernames: [] }),
        "prod",
        { [key]: ids },
    );
    return String(error).split("\n  - ").slice(1);
}

describe("The account that a stack may be deployed to", () => {
    it("is the one that it names", async () => {
        expect((await accepted({ [key]: ["012345678901"] })).accountId).to.equal("012345678901");
    });

    for (const ids of [undefined, [], "", null]) {
        for (const deletionProtection of [true, false]) {
            it(`must be named: ${JSON.stringify(ids)}, deletionProtection ${String(deletionProtection)}`, async () => {
                expect(await problems({ [key]: ids, deletionProtection })).to.deep.equal([
                    `${missing} ${toSee} ${command} YOUR_ACCOUNT_ID`,
                ]);
            });
        }
    }

    it("is suggested from the stack's user pool", async () => {
        expect(
            await refusals(undefined, { id: "012345678901", source: "user pool" }),
        ).to.deep.equal([
            `${missing} 012345678901 is the account of the stack's user pool. ${command} 012345678901`,
        ]);
    });

    it("is suggested from the credentials, with the advice to compare", async () => {
        expect(
            await refusals(undefined, { id: "123456789012", source: "credentials" }),
        ).to.deep.equal([
            `${missing} 123456789012 is the account of your present credentials; check that it is the right one. ${command} 123456789012`,
        ]);
    });

    const several = ["123456789012", "012345678901", "210987654321"];

    it("may not be one of several, of which all but the suggested one are removed, from the last on", async () => {
        const suggested: SuggestedAccount = { id: "012345678901", source: "user pool" };
        expect(await refusals(several, suggested)).to.deep.equal(
            [2, 0].map(
                (index) =>
                    `'${key}[${String(index)}]' value '${String(several[index])}' is one account too many:` +
                    ` ${loss} 012345678901 is the account of the stack's user pool.` +
                    ` Run: pulumi config rm --stack prod --path '${key}[${String(index)}]'`,
            ),
        );
    });

    for (const [what, suggested, origin] of [
        ["no suggestion", undefined, toSee],
        [
            "another suggestion",
            { id: "111111111111", source: "credentials" },
            "111111111111 is the account of your present credentials; check that it is the right one.",
        ],
    ] as const) {
        it(`may not be one of several with ${what}, of which a person leaves the right one`, async () => {
            expect(await refusals(several.slice(1), suggested)).to.deep.equal([
                `'${key}' names 2 accounts, and a stack is in one: ${loss} ${origin}` +
                    " Leave the right one alone in Pulumi.prod.yaml",
            ]);
        });
    }

    for (const [id, written, better] of [
        [123456789012, "1.2e+11", "123456789012"],
        [530000000000, "5.3e+11", "530000000000"],
        [12345678901, "1.2e+10", "YOUR_ACCOUNT_ID"],
    ] as const) {
        it(`is refused unquoted: ${String(id)}`, async () => {
            expect(await problems({ [key]: [id] })).to.deep.equal([
                `'${key}[0]' value '${String(id)}' is a number, which loses leading zeros and reaches AWS's` +
                    ` provider as ${written}. ${command} ${better}`,
            ]);
        });
    }

    for (const [id, better] of [
        ["1234-5678-9012", "123456789012"],
        [" 123456789012", "123456789012"],
        ["arn:aws:iam::123456789012:root", "123456789012"],
        ["12345678901", "YOUR_ACCOUNT_ID"],
        ["1234567890123", "YOUR_ACCOUNT_ID"],
        ["acme", "YOUR_ACCOUNT_ID"],
        ["YOUR_ACCOUNT_ID", "YOUR_ACCOUNT_ID"],
    ] as const) {
        it(`is refused malformed: '${id}', and led to ${better}`, async () => {
            expect(await problems({ [key]: [id] })).to.deep.equal([
                `'${key}[0]' value '${id}' is not the id of an AWS account, such as '012345678901':` +
                    ` twelve digits, quoted. ${command} ${better}`,
            ]);
        });
    }

    for (const ids of ["123456789012", 123456789012]) {
        it(`is refused outside a list: ${JSON.stringify(ids)}`, async () => {
            expect(await problems({ [key]: ids })).to.deep.equal([
                `'${key}' value '123456789012' is not a list with the id of an account. ${command} 123456789012`,
            ]);
        });
    }

    const policy = "arn:aws:iam::999999999999:policy/flexai-boundary";
    const certificateArn = "arn:aws:acm:us-east-1:999999999999:certificate/12345678";
    for (const [path, value, settings, better] of [
        [
            "permissionsBoundary",
            policy,
            { permissionsBoundary: policy },
            "permissionsBoundary ARN_OF_YOUR_POLICY",
        ],
        [
            "domain.certificateArn",
            certificateArn,
            { domain: { name: "auth.flexai.example.com", certificateArn } },
            "--path --type string domain.certificateArn ARN_OF_YOUR_CERTIFICATE",
        ],
    ] as const) {
        it(`has the ${path} too`, async () => {
            expect(await problems(settings)).to.deep.equal([
                `'flexai-oidc:${path}' value '${value}' is in account 999999999999, and the stack in` +
                    ` 123456789012. Run: pulumi config set --stack prod ${better}`,
            ]);
        });
    }
});
