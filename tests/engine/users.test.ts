import { expect } from "chai";

import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna, ben, clara } from "./support/people";

describe("Users of a stack without deletion protection", () => {
    const stack = useDeployedStack("dev", { hostname: "flexai", users: [anna, ben] });

    /** What an update does, and so what the one before it has left to do. */
    async function steps(users: readonly object[]): Promise<readonly string[]> {
        stack.configure({ users });
        return (await accepted(stack.up())).steps;
    }

    it("are added in front of the others without touching them", async () => {
        expect(await steps([clara, anna, ben])).to.deep.equal([
            "create User clara",
            "create UserInGroup flexai-user,clara",
        ]);
    });

    it("are created with a verified email, an invitation by email and no password", () => {
        const { inputs } = stack.aws.store.only("User", { username: "clara" });
        expect(inputs).to.deep.equal({
            userPoolId: stack.aws.store.only("UserPool").id,
            username: "clara",
            enabled: true,
            attributes: {
                email: "clara@example.com",
                email_verified: "true",
                preferred_username: "clara@example.com",
            },
            forceAliasCreation: false,
            desiredDeliveryMediums: ["EMAIL"],
        });
    });

    it("are disabled without touching the others or their own roles", async () => {
        expect(await steps([clara, anna, { ...ben, enabled: false }])).to.deep.equal([
            "update User ben",
        ]);
        expect(stack.aws.store.only("User", { username: "ben" }).inputs.enabled).to.equal(false);
        expect(stack.aws.store.only("User", { username: "anna" }).inputs.enabled).to.equal(true);
        expect(await steps([clara, anna, ben])).to.deep.equal(["update User ben"]);
    });

    it("are moved to another role by their memberships alone", async () => {
        const moved = { ...ben, roles: ["flexai-user"] };
        expect(await steps([clara, anna, moved])).to.deep.equal([
            "create UserInGroup flexai-user,ben",
            "delete UserInGroup flexai-editor,ben",
        ]);
        const groups = stack.aws.store
            .all("UserInGroup")
            .map(({ inputs }) => `${String(inputs.username)} ${String(inputs.groupName)}`);
        expect(groups.sort()).to.deep.equal([
            "anna flexai-manager",
            "ben flexai-user",
            "clara flexai-user",
        ]);
        expect(await steps([clara, anna, ben])).to.deep.equal([
            "create UserInGroup flexai-editor,ben",
            "delete UserInGroup flexai-user,ben",
        ]);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("are removed with their memberships, and nobody else is", async () => {
        expect(await steps([anna, ben])).to.deep.equal([
            "delete User clara",
            "delete UserInGroup flexai-user,clara",
        ]);
        expect(stack.aws.store.all("User")).to.have.lengthOf(2);
        expect(stack.aws.store.all("UserInGroup")).to.have.lengthOf(2);
    });

    it("keep a profile that was changed elsewhere, before a refresh and after it", async () => {
        const attributes = {
            email: "anna@elsewhere.example",
            email_verified: "true",
            preferred_username: "Anna B.",
        };
        stack.aws.store.only("User", { username: "anna" }).inputs.attributes = attributes;
        await accepted(stack.preview({ expectNoChanges: true }));
        await accepted(stack.refresh());
        expect(await steps([anna, ben])).to.be.empty;
        // What the configuration says of the profile no longer matters either.
        expect(await steps([{ ...anna, preferredUsername: "Annabel" }, ben])).to.be.empty;
        // An update for another reason sends the profile as it is.
        expect(await steps([{ ...anna, enabled: false }, ben])).to.deep.equal(["update User anna"]);
        const { inputs } = stack.aws.store.only("User", { username: "anna" });
        expect(inputs.attributes).to.deep.equal(attributes);
    });

    it("lose a role that is removed with its group, and no other is touched", async () => {
        stack.configure({ roles: ["flexai-manager", "flexai-user"] });
        expect(
            await steps([
                { ...anna, enabled: false },
                { ...ben, roles: [] },
            ]),
        ).to.deep.equal([
            "delete UserGroup flexai-editor",
            "delete UserInGroup flexai-editor,ben",
            "update Function cognito-custom-roles-oidc-flexai",
        ]);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("are deleted with the stack, without hand work", async () => {
        await accepted(stack.destroy());
        expect(stack.aws.store.all()).to.be.empty;
    });
});
