import { expect } from "chai";

import { keptTriggers, keptArguments } from "../../components/existingUserPool";
import { adopt } from "../support/adoptedUserPool";
import { runComponent } from "../support/component";
import { foundUserPool, userPoolId } from "../support/foundUserPool";
import { inputsOf, registration, type Run } from "../support/program";

describe("A user pool that is taken over", () => {
    let adopted: Run;
    before(async () => {
        adopted = await adopt();
    });

    it("is given its trigger, and no other input", () => {
        const { inputs } = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(Object.keys(inputs)).to.deep.equal(["lambdaConfig"]);
        const lambdaArn = /^arn:aws:lambda:eu-central-1:\d{12}:function:cognito-custom-roles-oidc-/;
        const { preTokenGenerationConfig, ...others } = inputs.lambdaConfig as {
            readonly preTokenGenerationConfig: {
                readonly lambdaArn: string;
                readonly lambdaVersion: string;
            };
        };
        expect(preTokenGenerationConfig.lambdaArn).to.match(lambdaArn);
        expect(preTokenGenerationConfig.lambdaVersion).to.equal("V2_0");
        expect(others).to.deep.equal({});
    });

    it("is imported under its own id for a name, so that no two pools share one", () => {
        const pool = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(pool.name).to.equal(userPoolId);
        expect(pool.importId).to.equal(userPoolId);
        expect(pool.parent).to.equal("flexai-oidc:index:OpenIdProvider::flexai");
    });

    it("keeps every argument but lambdaConfig as it is, and gets no default tags", () => {
        const { ignoreChanges } = registration(adopted, "aws:cognito/userPool:UserPool");
        const repeated = [
            "emailVerificationMessage",
            "emailVerificationSubject",
            "smsVerificationMessage",
        ];
        expect(ignoreChanges.filter((path) => !path.includes("."))).to.have.members([
            ...Object.keys(keptArguments).filter(
                (key) => key !== "lambdaConfig" && !repeated.includes(key),
            ),
            "tagsAll",
        ]);
    });

    it("keeps every trigger but that before token generation", () => {
        const { ignoreChanges } = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(ignoreChanges.filter((path) => path.includes("."))).to.have.members(
            Object.keys(keptTriggers)
                .filter((key) => !key.startsWith("preTokenGeneration"))
                .map((key) => `lambdaConfig.${key}`),
        );
    });

    it("outlives the stack, and is not locked, which would keep the stack from being deleted", () => {
        const pool = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(pool).to.include({ retainOnDelete: true, protect: false });
    });

    it("may invoke the function before its trigger is set, because people sign in meanwhile", () => {
        const { dependencies } = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(dependencies).to.include("aws:lambda/permission:Permission::flexai");
        expect(inputsOf(adopted, "aws:lambda/permission:Permission")).to.include({
            sourceArn: foundUserPool().arn,
            sourceAccount: "123456789012",
        });
    });

    it("keeps what its sign-in needs when the stack is deleted, and nothing else", () => {
        const kept = adopted.registrations.filter(
            ({ type, retainOnDelete }) => retainOnDelete && type.startsWith("aws:"),
        );
        expect(kept.map(({ type }) => type).sort()).to.deep.equal([
            "aws:cloudwatch/logGroup:LogGroup",
            "aws:cognito/userGroup:UserGroup",
            "aws:cognito/userGroup:UserGroup",
            "aws:cognito/userGroup:UserGroup",
            "aws:cognito/userPool:UserPool",
            "aws:iam/role:Role",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:lambda/function:Function",
            "aws:lambda/permission:Permission",
        ]);
    });

    it("leaves the locks of everything else but the style to deletionProtection", () => {
        const unlocked = adopted.registrations.filter(
            ({ type, protect }) => !protect && type.startsWith("aws:"),
        );
        expect(unlocked.map(({ type }) => type)).to.have.members([
            "aws:cognito/userPool:UserPool",
            "aws:cognito/managedLoginBranding:ManagedLoginBranding",
            "aws:cognito/userInGroup:UserInGroup",
        ]);
    });

    it("gets everything else as a pool of the stack's own does", async () => {
        const types = ({ registrations }: Run) =>
            registrations
                .map(({ type, name }) => (type.endsWith(":UserPool") ? type : `${type} ${name}`))
                .filter((label) => !label.includes("/user:") && !label.includes("/userInGroup:"))
                .sort();
        expect(types(adopted)).to.deep.equal(types(await runComponent()));
    });
});

describe("A pool of the stack's own", () => {
    it("is neither imported nor kept, and ignores no change", async () => {
        const { registrations } = await runComponent();
        const aws = registrations.filter(({ type }) => type.startsWith("aws:"));
        expect(aws).to.have.lengthOf(12);
        for (const { type, importId, retainOnDelete, ignoreChanges } of aws) {
            expect({ importId, retainOnDelete, ignoreChanges }, type).to.deep.equal({
                importId: "",
                retainOnDelete: false,
                ignoreChanges: [],
            });
        }
    });
});
