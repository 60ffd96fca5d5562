import { expect } from "chai";

import { useMade } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { restore } from "./support/recordedState";
import { recordedStacks } from "./support/recordedStacks";

const brand = { logo: "./tests/support/brand/logo.svg", color: "#0a58ca" };

describe("The brand of a stack that version 0.1.0 deployed, whose style was protected", () => {
    const stack = useMade(() => {
        const { prod } = recordedStacks;
        if (!prod) throw new Error("There is no recorded stack 'prod'.");
        return restore("0.1.0", "prod", prod);
    });

    const style = () => stack.aws.store.only("ManagedLoginBranding");
    const ids = () =>
        stack.aws.store
            .all()
            .filter(({ type }) => !type.endsWith(":ManagedLoginBranding"))
            .map(({ id }) => id)
            .sort();

    it("may be set with the upgrade itself, and replaces the style alone", async () => {
        const before = ids();
        const { id } = style();
        stack.configure({ brand });
        await accepted(stack.up());
        expect(style().id).not.to.equal(id);
        expect(style().inputs).to.have.property("assets").with.lengthOf(2);
        expect(ids()).to.deep.equal(before);
        const deleted = stack.aws.calls.filter(({ operation }) => operation === "delete");
        expect(deleted.map(({ urn }) => urn.split("::").slice(2))).to.deep.equal([
            [
                "flexai-oidc:index:OpenIdProvider$flexai-oidc:index:ManagedLogin" +
                    "$aws:cognito/managedLoginBranding:ManagedLoginBranding",
                "flexai",
            ],
        ]);
    });

    it("is taken back", async () => {
        stack.configure({ brand: undefined });
        await accepted(stack.up());
        expect(style().inputs).to.include({ useCognitoProvidedValues: true });
        expect(style().inputs).not.to.have.any.keys("assets", "settings");
    });

    it("makes no change of a stack without it, whether its style is protected, as before, or not", async () => {
        const urn = await stack.urn("ManagedLoginBranding");
        await accepted(stack.preview({ expectNoChanges: true }));
        await stack.run(`pulumi state protect '${urn}' --yes`);
        const calls = stack.aws.calls.length;
        await accepted(stack.preview({ expectNoChanges: true }));
        expect((await accepted(stack.up())).steps).to.deep.equal([]);
        expect(stack.aws.calls).to.have.lengthOf(calls);
    });

    it("leads back to Cognito's style by two commands when AWS refuses the new one", async () => {
        stack.configure({ brand });
        stack.aws.failure = (type, _name, operation) =>
            operation === "create" && type.endsWith(":ManagedLoginBranding")
                ? "InvalidParameterException: Invalid SVG"
                : undefined;
        await refused(stack.up());
        expect(stack.aws.store.all("ManagedLoginBranding")).to.be.empty;
        stack.aws.failure = () => undefined;
        await stack.run("pulumi config rm brand");
        await accepted(stack.up());
        expect(style().inputs).to.include({ useCognitoProvidedValues: true });
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});
