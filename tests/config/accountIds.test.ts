import { expect } from "chai";

import type { SuggestedAccount } from "../../config/accountIds";
import { loadConfig } from "../../config/stackConfig";
import { accepted, problems } from "../support/configuration";
import { run } from "../support/program";

const key = "aws:allowedAccountIds";
const command = `Run: pulumi config set --path --type string '${key}[0]'`;
const missing =
    `'${key}' is missing: the AWS account of this stack. With deletionProtection it is required,` +
    " because under another account's credentials Pulumi would forget the user pool and create a" +
    " new one.";

async function refusal(account?: SuggestedAccount): Promise<string> {
    const { error } = await run(() => loadConfig(account), "prod", { [key]: undefined });
    return String(error);
}

describe("The accounts that a stack may be deployed to", () => {
    it("may be several", async () => {
        const ids = ["123456789012", "012345678901"];
        expect((await accepted({ [key]: ids })).allowedAccountIds).to.deep.equal(ids);
    });

    for (const ids of [undefined, [], ""]) {
        it(`must be given with deletionProtection: ${JSON.stringify(ids)}`, async () => {
            const found = await problems({ [key]: ids });
            expect(found).to.deep.equal([
                `${missing} To see yours: aws sts get-caller-identity.` +
                    ` Run: pulumi config set --path --type string '${key}[0]' YOUR_ACCOUNT_ID`,
            ]);
        });

        it(`may be left out without deletionProtection: ${JSON.stringify(ids)}`, async () => {
            const config = await accepted({ [key]: ids, deletionProtection: false });
            expect(config.allowedAccountIds).to.deep.equal([]);
        });
    }

    it("are suggested from the stack's user pool", async () => {
        expect(await refusal({ id: "012345678901", source: "user pool" })).to.include(
            `${missing} 012345678901 is the account of the stack's user pool. ${command} 012345678901`,
        );
    });

    it("are suggested from the credentials, with the advice to compare", async () => {
        expect(await refusal({ id: "123456789012", source: "credentials" })).to.include(
            `${missing} 123456789012 is the account of your present credentials; check that it is the right one. ${command} 123456789012`,
        );
    });

    for (const [id, written, better] of [
        [123456789012, "1.2e+11", "123456789012"],
        [530000000000, "5.3e+11", "530000000000"],
        [12345678901, "1.2e+10", "YOUR_ACCOUNT_ID"],
    ] as const) {
        it(`are refused unquoted: ${String(id)}`, async () => {
            expect(await problems({ [key]: ["123456789012", id] })).to.deep.equal([
                `'${key}[1]' value '${String(id)}' is a number, which loses leading zeros and reaches AWS's` +
                    ` provider as ${written}. Run: pulumi config set --path --type string '${key}[1]' ${better}`,
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
        it(`are refused malformed: '${id}', and led to ${better}`, async () => {
            expect(await problems({ [key]: [id] })).to.deep.equal([
                `'${key}[0]' value '${id}' is not the id of an AWS account, such as '012345678901':` +
                    ` twelve digits, quoted. Run: pulumi config set --path --type string '${key}[0]' ${better}`,
            ]);
        });
    }

    for (const ids of ["123456789012", 123456789012]) {
        it(`are refused without deletionProtection too, when they are not a list: ${JSON.stringify(ids)}`, async () => {
            expect(await problems({ [key]: ids, deletionProtection: false })).to.deep.equal([
                `'${key}' value '123456789012' is not a list of account ids. ${command} 123456789012`,
            ]);
        });
    }
});
