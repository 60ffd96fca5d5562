import { expect } from "chai";

import { switchRefusals } from "../../../prerequisites/userPool/stateRefusals";
import { stackState, userPoolId } from "../../support/foundUserPool";
import { inOneLine } from "../../support/messages";
import { inProject } from "../../support/project";

const other = "eu-central-1_Other0000";
const setBack = ` Run: pulumi config set --stack dev existingUserPoolId ${userPoolId} For another pool or a new one, make another stack. Run: pulumi stack init 'NAME OF THE STACK'`;

describe("A stack's user pool", () => {
    inProject();

    for (const [title, configured, userPools] of [
        ["may be made where there is none", "", []],
        ["may be taken over where there is none", userPoolId, []],
        ["stays the stack's own", "", ["flexai"]],
        ["stays the one that was taken over", userPoolId, [userPoolId]],
    ] as const) {
        it(title, () => {
            expect(inOneLine(switchRefusals(configured, stackState({ userPools })))).to.deep.equal(
                [],
            );
        });
    }

    it("is not exchanged for an existing one when it is the stack's own", () => {
        expect(
            inOneLine(switchRefusals(userPoolId, stackState({ userPools: ["flexai"] }))),
        ).to.deep.equal([
            `'flexai-oidc:existingUserPoolId' value '${userPoolId}', but this stack has a user pool of` +
                " its own and cannot change to another. Run: pulumi config rm --stack dev existingUserPoolId" +
                " To take over a pool, make another stack. Run: pulumi stack init 'NAME OF THE STACK'",
        ]);
    });

    it("is not exchanged for a new one when it was taken over", () => {
        expect(
            inOneLine(switchRefusals("", stackState({ userPools: [userPoolId] }))),
        ).to.deep.equal([
            "'flexai-oidc:existingUserPoolId' is missing, but this stack has taken over the user pool" +
                ` ${userPoolId} and cannot change to another.${setBack}`,
        ]);
    });

    it("is not exchanged for another that exists", () => {
        expect(
            inOneLine(switchRefusals(other, stackState({ userPools: [userPoolId] }))),
        ).to.deep.equal([
            `'flexai-oidc:existingUserPoolId' value '${other}', but this stack has taken over the user` +
                ` pool ${userPoolId} and cannot change to another.${setBack}`,
        ]);
    });
});
