import { expect } from "chai";

import { place } from "./support/existingPool";
import { manualPool } from "./support/existingPools";
import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna } from "./support/people";

const images = "./tests/support/brand";
const logo = `${images}/logo.svg`;
const darkLogo = `${images}/dark-logo.png`;
const favicon = `${images}/favicon.ico`;

/** The style alone, in place. */
const update = { steps: ["update ManagedLoginBranding flexai"], calls: ["update"] };
/** The style alone, by deletion first: AWS refuses a second style of a client. */
const replacement = {
    steps: [
        "create-replacement ManagedLoginBranding flexai",
        "delete-replaced ManagedLoginBranding flexai",
        "replace ManagedLoginBranding flexai",
    ],
    calls: ["delete", "create"],
};

for (const existing of [false, true]) {
    describe(`The brand of ${existing ? "a stack with an existing pool" : "a protected stack"}`, () => {
        const stack = useDeployedStack(
            "prod",
            {
                hostname: "flexai.example.com",
                ...(existing ? { existingUserPoolId: manualPool.id } : { users: [anna] }),
            },
            (store) => {
                if (existing) place(store, manualPool);
            },
        );
        let others: string;
        before(() => {
            others = otherThings();
        });

        const otherThings = () => {
            const all = stack.aws.store.all();
            const kept = all.filter(({ type }) => !type.endsWith(":ManagedLoginBranding"));
            return JSON.stringify([kept, stack.outputs]);
        };
        const style = () => stack.aws.store.only("ManagedLoginBranding").inputs;
        const textColor = () => {
            const { settings } = style() as { readonly settings: string };
            return /"link":.*?"lightMode":\{"defaults":\{"textColor":"(.{8})"/.exec(settings)?.[1];
        };

        /** Sets the key, and expects these steps and calls of AWS alone, and everything else as it was. */
        async function change(brand: unknown, { steps, calls }: typeof update): Promise<void> {
            const before = stack.aws.calls.length;
            stack.configure({ brand });
            expect((await accepted(stack.up())).steps).to.deep.equal(steps);
            const since = stack.aws.calls.slice(before).map(({ operation }) => operation);
            expect(since).to.deep.equal(calls);
            expect(otherThings()).to.equal(others);
        }

        it("is Cognito's own without the key", () => {
            expect(style()).to.include({ useCognitoProvidedValues: true });
        });

        it("gets a logo by a new style, made after the old one is gone", async () => {
            await change({ logo, color: "#0a58ca" }, replacement);
            expect(style()).to.have.property("assets").with.lengthOf(2);
            expect(textColor()).to.equal("0a58caff");
        });

        it("gets another color in place", async () => {
            await change({ logo, color: "#7c2d12" }, update);
            expect(textColor()).to.equal("7c2d12ff");
        });

        it("gets Cognito's color back in place", async () => {
            await change({ logo }, update);
            expect(textColor()).to.equal("0972d3ff");
        });

        it("gets other images by a new style", async () => {
            await change({ logo, darkLogo, favicon }, replacement);
            expect(style()).to.have.property("assets").with.lengthOf(4);
        });

        it("is left as it is when 'destroy' is refused", async () => {
            const calls = stack.aws.calls.length;
            await stack.refusal("pulumi destroy --yes --skip-preview --color never");
            expect(stack.aws.calls).to.have.lengthOf(calls);
            await accepted(stack.refresh());
            await accepted(stack.preview({ expectNoChanges: true }));
        });

        it("loses its images by a new style, and its color in place", async () => {
            await change({ color: "#0a58ca" }, replacement);
            expect(style()).not.to.have.property("assets");
            await change(undefined, update);
            expect(style()).to.deep.equal({
                userPoolId: style().userPoolId,
                clientId: style().clientId,
                useCognitoProvidedValues: true,
            });
            await accepted(stack.preview({ expectNoChanges: true }));
        });
    });
}
