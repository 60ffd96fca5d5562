import { expect } from "chai";

import { anna, runComponent } from "../support/component";
import type { Run } from "../support/program";
import type { Registration } from "../support/registrations";

const make = (args = {}) => runComponent({ users: [anna], ...args });

describe("The life of the OpenID Provider's resources in Pulumi", () => {
    let evaluation: Run;

    before(async () => {
        evaluation = await make();
    });

    it("protects everything but memberships, the style and the generated secret from deletion and replacement by Pulumi", () => {
        const unprotected = evaluation.registrations.filter(({ protect }) => !protect);
        expect(unprotected.map(({ type }) => type)).to.have.members([
            "pulumi:pulumi:Stack",
            "random:index/randomPassword:RandomPassword",
            "aws:cognito/userInGroup:UserInGroup",
            "aws:cognito/managedLoginBranding:ManagedLoginBranding",
        ]);
    });

    it("protects nothing without deletion protection", async () => {
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

    it("deletes each resource by itself, so that a refused destroy leaves no membership out of the state", () => {
        const owners = evaluation.registrations.filter(({ deletedWith }) => deletedWith !== "");
        expect(owners).to.deep.equal([]);
    });

    it("lets a refused destroy stop at the guard, which depends on everything that is not protected", () => {
        const { registrations } = evaluation;
        const guard = registrations.find(({ type }) => type.endsWith(":DestroyGuard"));
        const unprotected = registrations
            .filter(({ protect, type }) => !protect && type !== "pulumi:pulumi:Stack")
            .map(({ type, name }) => `${type}::${name}`);
        expect(guard?.protect).to.equal(true);
        expect(guard?.dependencies).to.have.members(unprotected);
    });
});
