import { expect } from "chai";

import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna } from "./support/people";

describe("The second factor of a deployed stack with deletion protection", () => {
    const stack = useDeployedStack("prod", { hostname: "flexai", users: [anna], mfa: undefined });
    let held: readonly { readonly type: string; readonly id: string }[];
    before(() => {
        held = inAws();
    });

    const inAws = () => stack.aws.store.all().map(({ type, id }) => ({ type, id }));
    const pool = () => stack.aws.store.all("UserPool")[0]?.inputs;

    it("is off without the key, which makes no difference to stating it", async () => {
        expect(pool()).to.include({ mfaConfiguration: "OFF" });
        expect(pool()).not.to.have.property("softwareTokenMfaConfiguration");
        stack.configure({ mfa: "none" });
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    for (const [mfa, expected] of [
        ["required", { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } }],
        ["none", { mfaConfiguration: "OFF", softwareTokenMfaConfiguration: undefined }],
    ] as const) {
        it(`becomes ${mfa} by an update of the pool alone, and nothing is replaced or deleted`, async () => {
            const before = stack.aws.calls.length;
            const { mfaConfiguration, softwareTokenMfaConfiguration, ...others } = pool() ?? {};
            stack.configure({ mfa });
            expect((await accepted(stack.up())).steps).to.deep.equal(["update UserPool flexai"]);
            const calls = stack.aws.calls.slice(before).map(({ operation }) => operation);
            expect(calls).to.deep.equal(["update"]);
            expect(inAws()).to.deep.equal(held);
            expect({ softwareTokenMfaConfiguration: undefined, ...pool() }).to.deep.equal({
                ...others,
                ...expected,
            });
            expect({ mfaConfiguration, softwareTokenMfaConfiguration }).not.to.deep.equal(expected);
            await accepted(stack.refresh());
            await accepted(stack.preview({ expectNoChanges: true }));
        });
    }
});
