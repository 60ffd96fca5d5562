import { expect } from "chai";

import { anna, runComponent } from "../support/component";
import type { Run } from "../support/program";
import type { Registration } from "../support/registrations";

const make = (args = {}) => runComponent({ users: [anna], ...args });

describe("What the OpenID Provider tells Pulumi about the life of its resources", () => {
    let evaluation: Run;

    before(async () => {
        evaluation = await make();
    });

    it("protects everything but memberships and the generated secret from deletion and replacement by Pulumi", () => {
        const unprotected = evaluation.registrations.filter(({ protect }) => !protect);
        expect(unprotected.map(({ type }) => type)).to.have.members([
            "pulumi:pulumi:Stack",
            "random:index/randomPassword:RandomPassword",
            "aws:cognito/userInGroup:UserInGroup",
        ]);
    });

    it("protects nothing when nothing is to be protected", async () => {
        const { registrations } = await make({ deletionProtection: false });
        expect(registrations.filter(({ protect }) => protect)).to.deep.equal([]);
        expect(registrations).to.have.lengthOf(evaluation.registrations.length);
    });

    it("ignores no change but that of users' attributes, and leaves nothing behind", () => {
        const ignoring = ({ ignoreChanges, type }: Registration) =>
            ignoreChanges.map((path) => `${type} ${path}`);
        expect(evaluation.registrations.flatMap(ignoring)).to.deep.equal([
            "aws:cognito/user:User attributes",
        ]);
        expect(evaluation.registrations.filter((one) => one.retainOnDelete)).to.deep.equal([]);
    });

    it("is deleted by itself, so that no refused update leaves a membership out of the state", () => {
        const owners = evaluation.registrations.filter(({ deletedWith }) => deletedWith !== "");
        expect(owners).to.deep.equal([]);
    });

    it("keeps what is not protected as long as the client, at which a refused destroy stops", () => {
        const client = evaluation.registrations.find(({ type }) => type.endsWith("Client"));
        expect(client?.dependencies).to.include.members([
            "random:index/randomPassword:RandomPassword::flexai-hmac",
            "aws:cognito/userInGroup:UserInGroup::flexai-user,anna",
        ]);
    });
});
