import { expect } from "chai";

import type { ExistingPool } from "./support/existingPool";
import { customDomainPool, emailPool, manualPool } from "./support/existingPools";
import { fullPool } from "./support/fullPool";
import { useStack, useUnharmedPool } from "./support/hooks";
import { accepted } from "./support/outcome";
import { expectTrigger } from "./support/unharmed";

interface Scenario {
    readonly title: string;
    readonly pool: ExistingPool;
    readonly domain: string;
    /** Whether the stack makes the domain. */
    readonly newDomain: boolean;
    /** Whether the sign-in page can have a style. */
    readonly styled: boolean;
    readonly imports: readonly string[];
    /** A few words of each warning, in order; those of groups once, because then they are the stack's. */
    readonly warnings: readonly string[];
}

const roles = ["flexai-editor", "flexai-manager", "flexai-user"];
const prefix = (name: string) => `https://${name}.auth.eu-central-1.amazoncognito.com`;

const scenarios: readonly Scenario[] = [
    {
        title: "made by flexAI's manual",
        pool: manualPool,
        domain: prefix("eu-central-1manual001"),
        newDomain: false,
        styled: true,
        imports: ["flexai-manager", "flexai-user"],
        warnings: [
            "has a group flexai-manager (IAM role arn:aws:iam::123456789012:role/studio)",
            "has a group flexai-user: each",
            "other app clients (flexAI)",
        ],
    },
    {
        title: "with emails for usernames, case-sensitive, open to strangers",
        pool: emailPool,
        domain: prefix("eu-central-1email0003"),
        newDomain: true,
        styled: true,
        imports: [],
        warnings: [
            "lets strangers sign up. They get no role",
            "distinguishes usernames by case",
            "uses email as the username",
            "does not require preferred_username",
            "is not protected from deletion",
        ],
    },
    {
        title: "with custom attributes and every other trigger",
        pool: fullPool,
        domain: prefix("studio-people"),
        newDomain: false,
        styled: false,
        imports: [],
        warnings: ["does not require preferred_username", "other app clients (intranet, shop)"],
    },
    {
        title: "with a custom domain, protected",
        pool: customDomainPool,
        domain: "https://auth.example.com",
        newDomain: false,
        styled: true,
        imports: roles,
        warnings: ["manager", "editor", "user"].map((role) => `has a group flexai-${role}: each`),
    },
];

/** What the program asks Pulumi for in a pool that is taken over, as steps of a first `up`. */
function steps({ pool, newDomain, styled, imports }: Scenario): string[] {
    const trigger = "cognito-custom-roles-oidc-flexai";
    return [
        `create Function ${trigger}`,
        `create LogGroup ${trigger}-logs`,
        "create DestroyGuard flexai",
        "create ManagedLogin flexai",
        "create OpenIdProvider flexai",
        "create Permission flexai",
        `create PreTokenGenerationTrigger ${trigger}`,
        "create RandomPassword flexai-hmac",
        `create Role ${trigger}-role`,
        `create RolePolicy ${trigger}-logs`,
        "create UserPoolClient flexai",
        ...(newDomain ? ["create UserPoolDomain flexai"] : []),
        ...(styled ? ["create ManagedLoginBranding flexai"] : []),
        ...roles.map((role) => `${imports.includes(role) ? "import" : "create"} UserGroup ${role}`),
        `import UserPool ${pool.id}`,
        `update UserPool ${pool.id}`,
    ].sort();
}

function printedWarnings(words: string): string[] {
    return words.slice(words.indexOf("Diagnostics:")).split("warning: ").slice(1);
}

for (const scenario of scenarios) {
    const { title, pool, domain, warnings } = scenario;
    describe(`A user pool ${title}`, () => {
        const stack = useStack("dev", {
            hostname: "flexai.example.com",
            existingUserPoolId: pool.id,
        });
        const before_ = useUnharmedPool(stack, pool);

        it("is shown in a preview what will be done, and what to do by hand; nothing is changed", async () => {
            const { words: said, steps: planned } = await accepted(stack.preview());
            expect(planned).to.deep.equal(steps(scenario));
            expect(stack.aws.calls.filter(({ operation }) => operation !== "read")).to.be.empty;
            expect(stack.aws.store.all()).to.have.lengthOf(before_.length);
            const lines = printedWarnings(said);
            expect(lines).to.have.lengthOf(warnings.length);
            warnings.forEach((words, index) => {
                expect(lines[index]).to.include(words);
            });
        });

        it("is taken over in one go, and its trigger is all that is changed of it", async () => {
            const up = await accepted(stack.up());
            expect(up.steps).to.deep.equal(steps(scenario));
            const updates = stack.aws.calls.filter(({ operation }) => operation === "update");
            expect(updates.map(({ type }) => type)).to.deep.equal([
                "aws:cognito/userPool:UserPool",
            ]);
            expectTrigger(stack.aws.store, pool.id);
        });

        it("may invoke the function before its trigger is set", () => {
            const order = stack.aws.calls.map(({ operation, type }) => `${operation} ${type}`);
            expect(order.indexOf("create aws:lambda/permission:Permission")).to.be.within(
                0,
                order.indexOf("update aws:cognito/userPool:UserPool") - 1,
            );
        });

        it("hands over the values that flexAI asks for", async () => {
            const { clientId, ...outputs } = await stack.outputs();
            expect(outputs).to.include({
                userPoolId: pool.id,
                issuer: `https://cognito-idp.eu-central-1.amazonaws.com/${pool.id}`,
                tokenEndpoint: `${domain}/oauth2/token`,
            });
            const client = stack.aws.store.find(
                "aws:cognito/userPoolClient:UserPoolClient",
                String(clientId),
            );
            expect(client?.inputs.userPoolId).to.equal(pool.id);
        });

        it("has nothing left to be done, and no further warning", async () => {
            const { steps: left, words: said } = await accepted(
                stack.preview({ expectNoChanges: true }),
            );
            expect(left).to.be.empty;
            expect(printedWarnings(said)).to.have.lengthOf(
                warnings.filter((words) => !words.startsWith("has a group")).length,
            );
        });

        it("is left alone when flexAI moves to another host", async () => {
            stack.configure({ hostname: "flexai.example.org" });
            const up = await accepted(stack.up());
            expect(up.steps).to.deep.equal(["update UserPoolClient flexai"]);
        });

        it("outlives the stack with its users, its groups and a trigger that works", async () => {
            await accepted(stack.destroy());
            expectTrigger(stack.aws.store, pool.id);
            const added = stack.aws.store
                .all()
                .filter(
                    ({ type, id }) => !before_.some((one) => one.type === type && one.id === id),
                );
            const groups = roles.filter((role) => !scenario.imports.includes(role));
            const kinds = added.map(({ type }) => type.slice(type.lastIndexOf(":") + 1));
            expect(kinds.sort()).to.deep.equal(
                [
                    ...["Function", "LogGroup", "Permission", "Role", "RolePolicy"],
                    ...groups.map(() => "UserGroup"),
                ].sort(),
            );
        });
    });
}
