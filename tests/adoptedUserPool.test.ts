import { expect } from "chai";

import {
    type ExistingUserPool,
    triggerShares,
    userPoolShares,
} from "../components/adoptedUserPool";
import { OpenIdProvider } from "../components/openIdProvider";
import { foundUserPool, userPoolId } from "./support/foundUserPool";
import { inputsOf, providerArgs, run, type Run } from "./support/program";

const { arn } = foundUserPool();

function adopt(existing: Partial<ExistingUserPool> = {}): Promise<Run> {
    const existingUserPool = { id: userPoolId, arn, domain: undefined, groupsToImport: [] };
    const user = {
        username: "anna",
        email: "anna@example.com",
        preferredUsername: "Anna",
        roles: ["flexai-user"],
        enabled: true,
    };
    return run(() => {
        const args = providerArgs({ users: [user] });
        const adopted = { ...existingUserPool, ...existing };
        new OpenIdProvider("flexai", { ...args, existingUserPool: adopted });
    });
}

function own(): Promise<Run> {
    return run(() => {
        new OpenIdProvider("flexai", providerArgs());
    });
}

function registration({ registrations }: Run, type: string, name?: string) {
    const found = registrations.filter(
        (one) => one.type === type && (name === undefined || one.name === name),
    );
    const [first] = found;
    if (!first || found.length > 1) throw new Error(`${String(found.length)} of ${type}`);
    return first;
}

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

    it("keeps every argument but lambdaConfig as it is", () => {
        const { ignoreChanges } = registration(adopted, "aws:cognito/userPool:UserPool");
        const repeated = [
            "emailVerificationMessage",
            "emailVerificationSubject",
            "smsVerificationMessage",
        ];
        expect(ignoreChanges.filter((path) => !path.includes("."))).to.have.members(
            Object.keys(userPoolShares).filter(
                (key) => key !== "lambdaConfig" && !repeated.includes(key),
            ),
        );
    });

    it("keeps every trigger but that before token generation", () => {
        const { ignoreChanges } = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(ignoreChanges.filter((path) => path.includes("."))).to.have.members(
            Object.keys(triggerShares)
                .filter((key) => !key.startsWith("preTokenGeneration"))
                .map((key) => `lambdaConfig.${key}`),
        );
    });

    it("outlives the stack, and is not locked, which would keep the stack from being deleted", () => {
        const pool = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(pool).to.include({ retainOnDelete: true, protect: false });
    });

    it("may invoke the function before it is told to, since people sign in meanwhile", () => {
        const { dependencies } = registration(adopted, "aws:cognito/userPool:UserPool");
        expect(dependencies).to.include("aws:lambda/permission:Permission::flexai");
        expect(inputsOf(adopted, "aws:lambda/permission:Permission")).to.include({
            sourceArn: arn,
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

    it("leaves the locks of everything else to deletionProtection", () => {
        const unlocked = adopted.registrations.filter(
            ({ type, protect }) => !protect && type.startsWith("aws:"),
        );
        expect(unlocked.map(({ type }) => type)).to.have.members([
            "aws:cognito/userPool:UserPool",
            "aws:cognito/userInGroup:UserInGroup",
        ]);
    });

    it("gets everything else as a pool of the stack's own does", async () => {
        const types = ({ registrations }: Run) =>
            registrations
                .map(({ type, name }) => (type.endsWith(":UserPool") ? type : `${type} ${name}`))
                .filter((label) => !label.includes("/user:") && !label.includes("/userInGroup:"))
                .sort();
        expect(types(adopted)).to.deep.equal(types(await own()));
    });
});

describe("A group of a pool that is taken over", () => {
    it("is imported if it is there already, and created otherwise", async () => {
        const adopted = await adopt({ groupsToImport: ["flexai-editor"] });
        const ids = ["flexai-manager", "flexai-editor", "flexai-user"].map(
            (name) => registration(adopted, "aws:cognito/userGroup:UserGroup", name).importId,
        );
        expect(ids).to.deep.equal(["", `${userPoolId}/flexai-editor`, ""]);
    });

    it("keeps its description, its precedence and its IAM role", async () => {
        const adopted = await adopt();
        expect(
            registration(adopted, "aws:cognito/userGroup:UserGroup", "flexai-user").ignoreChanges,
        ).to.deep.equal(["description", "precedence", "roleArn"]);
    });
});

describe("The sign-in page of a pool that is taken over", () => {
    for (const [domain, managedLoginVersion, host, styles] of [
        ["people", 2, "people.auth.eu-central-1.amazoncognito.com", 1],
        ["people", 1, "people.auth.eu-central-1.amazoncognito.com", 0],
        ["auth.example.com", 2, "auth.example.com", 1],
        ["auth.example.com", 1, "auth.example.com", 0],
    ] as const) {
        it(`is at ${host}, version ${String(managedLoginVersion)}, with ${String(styles)} styles`, async () => {
            const args = { id: userPoolId, arn, groupsToImport: [] };
            const existingUserPool = { ...args, domain: { domain, managedLoginVersion } };
            const adopted = await run(() => {
                const provider = new OpenIdProvider("flexai", {
                    ...providerArgs(),
                    existingUserPool,
                });
                return { token: provider.tokenEndpoint, signOut: provider.endSessionEndpoint };
            });
            expect(adopted.outputs).to.deep.equal({
                token: `https://${host}/oauth2/token`,
                signOut: `https://${host}/logout`,
            });
            const types = adopted.resources.map(({ type }) => type.split(":").at(-1));
            expect(types).not.to.include("UserPoolDomain");
            expect(types.filter((type) => type === "ManagedLoginBranding")).to.have.lengthOf(
                styles,
            );
        });
    }
});

describe("A pool of the stack's own", () => {
    it("is neither imported nor kept, and ignores no change", async () => {
        const { registrations } = await own();
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
