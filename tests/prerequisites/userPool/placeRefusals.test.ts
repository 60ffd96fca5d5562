import { expect } from "chai";

import { loadConfig } from "../../../config/stackConfig";
import { readStackState, stateToken } from "../../../prerequisites/stackState";
import { adoptUserPool } from "../../../prerequisites/userPool/adopt";
import { type Overrides, run } from "../../support/program";

const heading = /^(Error: )?.*\n {2}- /;
const project = "urn:pulumi:prod::flexai-oidc::";
const stackUrn = `${project}pulumi:pulumi:Stack::flexai-oidc-prod`;
const stack = { type: "pulumi:pulumi:Stack", outputs: { userPoolId: "eu-central-1_Abc123XyZ" } };

function userPool(account = "123456789012", region = "eu-central-1") {
    return {
        type: "aws:cognito/userPool:UserPool",
        outputs: {
            arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_Abc123XyZ`,
        },
    };
}

const deployed = {
    [stackUrn]: stack,
    [`${project}aws:cognito/userPool:UserPool::flexai`]: userPool(),
};

/** What a stack with that state is refused with, without its heading; empty if it is not. */
async function refusal(state: object, overrides: Overrides = {}): Promise<string> {
    const { error } = await run(
        async () => adoptUserPool(loadConfig(), await readStackState()),
        "prod",
        overrides,
        (token) => (token === stateToken ? { outputs: state } : undefined),
    );
    if (error === undefined) return "";
    expect((error as Error).stack, "a stack takes a minute to print").to.equal(undefined);
    return (error as Error).message.replace(heading, "");
}

describe("A stack whose user pool is where its configuration has it", () => {
    it("is not refused before its first deployment, nor after", async () => {
        expect(await refusal({})).to.equal("");
        expect(await refusal({ [stackUrn]: { ...stack, outputs: {} } })).to.equal("");
        expect(await refusal(deployed)).to.equal("");
    });
});

describe("A stack whose state has lost its user pool", () => {
    it("is refused with what may have happened, the ways back and the way on", async () => {
        expect(await refusal({ [stackUrn]: stack })).to.equal(
            "The stack's outputs name the user pool eu-central-1_Abc123XyZ, and its state has none: pulumi up" +
                " would create a new, empty one. A refresh forgets the pool when it runs with another" +
                " account's credentials or in another region, or when the pool was deleted.\n" +
                "    Compare the account: aws sts get-caller-identity\n" +
                "    Restore the state from before the refresh, in Pulumi Cloud: pulumi stack history, then" +
                " pulumi stack export --version VERSION --stack prod --file state.json, then" +
                " pulumi stack import --stack prod --file state.json\n" +
                "    In a backend of your own, copy the newest checkpoint.json from before the refresh in its folder" +
                " .pulumi/history/flexai-oidc/prod over .pulumi/stacks/flexai-oidc/prod.json\n" +
                "    If the pool is meant to be gone, delete the rest of the stack before the next pulumi up:" +
                " pulumi state unprotect --all --stack prod, then pulumi destroy --stack prod",
        );
    });

    it("is refused without deletionProtection too", async () => {
        const overrides = { deletionProtection: false };
        expect(await refusal({ [stackUrn]: stack }, overrides)).to.include("its state has none");
    });
});

describe("A stack whose configuration names another account than its user pool's", () => {
    it("is refused in one sentence", async () => {
        expect(await refusal(deployed, { "aws:allowedAccountIds": ["210987654321"] })).to.equal(
            "'aws:allowedAccountIds' does not contain the account of the stack's user pool, 123456789012." +
                " For another account, make another stack: pulumi stack init YOUR_STACK\n" +
                "    To stay: pulumi config set --path --type string 'aws:allowedAccountIds[0]' 123456789012",
        );
    });

    it("is not refused when it names that one as well", async () => {
        const ids = ["210987654321", "123456789012"];
        expect(await refusal(deployed, { "aws:allowedAccountIds": ids })).to.equal("");
    });
});

describe("A stack whose configuration names another region than its user pool's", () => {
    it("is refused in one sentence", async () => {
        expect(await refusal(deployed, { "aws:region": "eu-west-1" })).to.equal(
            "'aws:region' value 'eu-west-1' is not the region of the stack's user pool, eu-central-1, and a" +
                " pool cannot move. For another region, make another stack: pulumi stack init YOUR_STACK\n" +
                "    To stay: pulumi config set aws:region eu-central-1",
        );
    });

    it("is not refused without deletionProtection, where Pulumi shows the replacement", async () => {
        const overrides = { "aws:region": "eu-west-1", deletionProtection: false };
        expect(await refusal(deployed, overrides)).to.equal("");
    });
});

describe("The account that is suggested", () => {
    /** Also which look-ups were made. */
    async function suggested(overrides: Overrides, state: object, identity?: object) {
        const tokens: string[] = [];
        const { outputs } = await run(
            async () => ({ account: (await readStackState()).suggestedAccount }),
            "prod",
            overrides,
            (token) => {
                tokens.push(token);
                return token === stateToken ? { outputs: state } : identity;
            },
        );
        return { account: outputs.account, tokens };
    }
    const identityToken = "aws:index/getCallerIdentity:getCallerIdentity";
    const none = { "aws:allowedAccountIds": undefined };

    it("is the user pool's of a deployed stack, without asking AWS", async () => {
        expect(await suggested(none, deployed)).to.deep.equal({
            account: { id: "123456789012", source: "user pool" },
            tokens: [stateToken],
        });
    });

    it("is that of the credentials before the first deployment", async () => {
        expect(await suggested(none, {}, { accountId: "210987654321" })).to.deep.equal({
            account: { id: "210987654321", source: "credentials" },
            tokens: [stateToken, identityToken],
        });
    });

    it("is none where AWS does not respond", async () => {
        expect((await suggested(none, {})).account).to.equal(undefined);
    });

    it("is not looked for where the stack names one, or need not", async () => {
        const unneeded = [{}, { ...none, deletionProtection: false }];
        for (const overrides of unneeded) {
            expect(await suggested(overrides, {})).to.deep.equal({
                account: undefined,
                tokens: [stateToken],
            });
        }
    });
});
