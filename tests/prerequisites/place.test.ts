import { expect } from "chai";

import { loadConfig } from "../../config/stackConfig";
import { checkPlace } from "../../prerequisites/place";
import { readStackState, stateToken } from "../../prerequisites/stackState";
import { type Overrides, run } from "../support/program";
import { fails } from "../support/adoption";

const stackUrn = "urn:pulumi:prod::flexai-oidc::pulumi:pulumi:Stack::flexai-oidc-prod";
const stack = { type: "pulumi:pulumi:Stack", outputs: { userPoolId: "eu-central-1_Abc123XyZ" } };
const identityToken = "aws:index/getCallerIdentity:getCallerIdentity";
const deployed = {
    [stackUrn]: stack,
    "urn:pulumi:prod::flexai-oidc::aws:cognito/userPool:UserPool::flexai": {
        type: "aws:cognito/userPool:UserPool",
        outputs: {
            arn: "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ",
        },
    },
};
const caller = (accountId: string) => () => ({ accountId });

/** What a stack with that state is refused with, without the heading, and warned of. */
async function outcome(state: object, overrides: Overrides = {}, identity?: () => object) {
    const { error, warnings } = await run(
        async () => {
            const found = await readStackState();
            await checkPlace(loadConfig(found), found);
        },
        "prod",
        overrides,
        (token) => {
            if (token === stateToken) return { outputs: state };
            return token === identityToken ? identity?.() : undefined;
        },
    );
    const refused = error as Error | undefined;
    expect(refused?.stack, "a stack takes a minute to print").to.equal(undefined);
    return {
        refusal: (refused?.message ?? "").replace(/^.*\n {2}- /, ""),
        warnings: warnings.map((line) => line.replace(/^warning: \[runtime\] /, "")),
    };
}
const fine = { refusal: "", warnings: [] };
const waysBack =
    "Restore the state from before the refresh, in Pulumi Cloud, with its own number in place of" +
    " VERSION: pulumi stack history --stack prod" +
    " pulumi stack export --version VERSION --file state.json --stack prod" +
    " pulumi stack import --file state.json --stack prod" +
    " In a backend of your own, copy the newest checkpoint.json from before the refresh in its folder" +
    " .pulumi/history/flexai-oidc/prod over .pulumi/stacks/flexai-oidc/prod.json";

describe("A stack whose user pool is where its configuration has it", () => {
    it("is not refused before its first deployment, nor after", async () => {
        expect(await outcome({})).to.deep.equal(fine);
        expect(await outcome({ [stackUrn]: { ...stack, outputs: {} } })).to.deep.equal(fine);
        expect(await outcome(deployed)).to.deep.equal(fine);
    });
});

describe("A stack whose state has lost its user pool", () => {
    for (const deletionProtection of [true, false]) {
        it(`is refused with the ways back and the way on, deletionProtection ${String(deletionProtection)}`, async () => {
            const { refusal } = await outcome({ [stackUrn]: stack }, { deletionProtection });
            expect(refusal).to.equal(
                "The stack's outputs name the user pool eu-central-1_Abc123XyZ, and its state has none: pulumi up" +
                    " would create a new, empty one. A refresh forgets the pool when it runs with another" +
                    " account's credentials or in another region, or when the pool was deleted." +
                    " Compare the account: aws sts get-caller-identity" +
                    ` ${waysBack}` +
                    " If the pool is meant to be gone, delete the rest of the stack before the next pulumi up:" +
                    " pulumi state unprotect --all --stack prod pulumi destroy --stack prod",
            );
        });
    }
});

describe("A stack whose configuration names another account than its user pool's", () => {
    it("is refused in one sentence", async () => {
        const other = { "aws:allowedAccountIds": ["210987654321"] };
        expect((await outcome(deployed, other)).refusal).to.equal(
            "'aws:allowedAccountIds' names 210987654321, not the account of the stack's user pool," +
                " 123456789012. For another account, make another stack: pulumi stack init 'NAME OF THE STACK'" +
                " To stay: pulumi config set --stack prod --path --type string 'aws:allowedAccountIds[0]' 123456789012",
        );
    });
});

describe("A deployed stack that is refused by its configuration alone", () => {
    for (const [what, overrides] of [
        ["another account", { "aws:allowedAccountIds": ["210987654321"] }],
        ["no account", { "aws:allowedAccountIds": undefined }],
        ["several accounts", { "aws:allowedAccountIds": ["123456789012", "210987654321"] }],
        ["another region", { "aws:region": "eu-west-1" }],
    ] as const) {
        it(`asks AWS nothing, which would write the provider's settings into the state: ${what}`, async () => {
            let asked = 0;
            const found = await outcome(deployed, overrides, () => ({
                accountId: String(asked++),
            }));
            expect(found.refusal).not.to.equal("");
            expect(asked).to.equal(0);
        });
    }
});

describe("The credentials of a deployed stack", () => {
    for (const deletionProtection of [true, false]) {
        it(`are refused of another account, with the ways back, deletionProtection ${String(deletionProtection)}`, async () => {
            const found = await outcome(deployed, { deletionProtection }, caller("210987654321"));
            expect(found.refusal).to.equal(
                "The AWS credentials are of account 210987654321, and the stack's user pool is in account" +
                    " 123456789012. Use credentials of 123456789012. To compare: aws sts get-caller-identity" +
                    " A refresh with the wrong credentials, pulumi up --refresh included, has forgotten the" +
                    ` pool. ${waysBack}`,
            );
        });
    }

    it("are warned of where AWS does not say whose they are", async () => {
        expect(await outcome(deployed, {}, fails("ExpiredToken"))).to.deep.equal({
            refusal: "",
            warnings: [
                "The account of the AWS credentials cannot be read, so nobody compared it with that of the" +
                    " stack's user pool, 123456789012: ExpiredToken. To compare: aws sts get-caller-identity",
            ],
        });
    });

    it("do not matter before the first deployment", async () => {
        expect(await outcome({}, {}, caller("210987654321"))).to.deep.equal(fine);
        expect(await outcome({}, {}, fails("ExpiredToken"))).to.deep.equal(fine);
    });
});

describe("A stack whose configuration names another region than its user pool's", () => {
    const elsewhere = { "aws:region": "eu-west-1" };
    const subject =
        "'aws:region' value 'eu-west-1' is not the region of the stack's user pool, eu-central-1";

    it("is refused in one sentence", async () => {
        expect((await outcome(deployed, elsewhere)).refusal).to.equal(
            `${subject}, and a pool cannot move.` +
                " For another region, make another stack: pulumi stack init 'NAME OF THE STACK'" +
                " To stay: pulumi config set --stack prod aws:region eu-central-1",
        );
    });

    it("is warned of without deletionProtection, where Pulumi may replace the pool", async () => {
        const found = await outcome(deployed, { ...elsewhere, deletionProtection: false });
        expect(found.refusal).to.equal("");
        expect(found.warnings).to.deep.equal([
            `${subject}: pulumi up creates a new, empty one and deletes that one with its users.` +
                " To keep it: pulumi config set --stack prod aws:region eu-central-1",
        ]);
    });
});

describe("A stack whose region is from the environment", () => {
    const { AWS_REGION } = process.env;
    const unwritten = { "aws:region": undefined };
    afterEach(() => {
        if (AWS_REGION === undefined) delete process.env.AWS_REGION;
        else process.env.AWS_REGION = AWS_REGION;
    });

    for (const [when, state] of [
        ["before", {}],
        ["after", deployed],
    ] as const) {
        it(`is warned of ${when} the first deployment, with the command that writes it down`, async () => {
            process.env.AWS_REGION = "eu-central-1";
            expect(await outcome(state, unwritten)).to.deep.equal({
                refusal: "",
                warnings: [
                    "'aws:region' is not in the configuration: eu-central-1 is from the environment of" +
                        " whoever runs Pulumi, and a user pool cannot move." +
                        " Run: pulumi config set --stack prod aws:region eu-central-1",
                ],
            });
        });
    }

    for (const deletionProtection of [true, false]) {
        it(`is refused in another than its pool's, deletionProtection ${String(deletionProtection)}`, async () => {
            process.env.AWS_REGION = "eu-west-1";
            const overrides = { ...unwritten, deletionProtection };
            expect(await outcome(deployed, overrides)).to.deep.equal({
                refusal:
                    "'aws:region' is not in the configuration: eu-west-1 is from the environment of whoever" +
                    " runs Pulumi, and the stack's user pool is in eu-central-1." +
                    " Run: pulumi config set --stack prod aws:region eu-central-1",
                warnings: [],
            });
        });
    }
});
