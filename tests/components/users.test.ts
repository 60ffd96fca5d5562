import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { anna as user, runComponent } from "../support/component";
import { inputsOf, type Run } from "../support/program";

const userType = "aws:cognito/user:User";
const membershipType = "aws:cognito/userInGroup:UserInGroup";
const anna = { ...user, roles: ["flexai-user", "flexai-manager"] };
const bert = {
    username: "bert",
    email: "bert@example.com",
    preferredUsername: "Bert",
    roles: [],
    enabled: false,
};

const signIn = [
    "aws:cognito/userPoolClient:UserPoolClient::flexai",
    "aws:cognito/userPoolDomain:UserPoolDomain::flexai",
    "aws:cognito/managedLoginBranding:ManagedLoginBranding::flexai",
];

describe("Users", () => {
    let evaluation: Run;

    before(async () => {
        evaluation = await runComponent({ users: [anna, bert] });
    });

    it("are one resource each, named after the username", () => {
        const users = evaluation.resources.filter(({ type }) => type === userType);
        expect(users.map(({ name }) => name).sort()).to.deep.equal(["anna", "bert"]);
    });

    it("have a verified email, without which the alias is dead, and a preferred_username", () => {
        expect(inputsOf(evaluation, userType, "anna").attributes).to.deep.equal({
            email: "anna@example.com",
            email_verified: "true",
            preferred_username: "Anna",
        });
    });

    it("set desiredDeliveryMediums to EMAIL, where Cognito's default is SMS", () => {
        for (const name of ["anna", "bert"]) {
            const { desiredDeliveryMediums } = inputsOf(evaluation, userType, name);
            expect(desiredDeliveryMediums).to.deep.equal(["EMAIL"]);
        }
    });

    it("leave forceAliasCreation false: true would move the alias from another user", () => {
        expect(inputsOf(evaluation, userType, "anna").forceAliasCreation).to.equal(false);
    });

    it("follow enabled", () => {
        expect(inputsOf(evaluation, userType, "anna").enabled).to.equal(true);
        expect(inputsOf(evaluation, userType, "bert").enabled).to.equal(false);
    });

    it("have no password and no other inputs", () => {
        for (const name of ["anna", "bert"]) {
            expect(Object.keys(inputsOf(evaluation, userType, name)).sort()).to.deep.equal([
                "attributes",
                "desiredDeliveryMediums",
                "enabled",
                "forceAliasCreation",
                "userPoolId",
                "username",
            ]);
        }
    });

    it("have their attributes written once: a changed email would be sent as unverified", () => {
        const users = evaluation.registrations.filter(({ type }) => type === userType);
        expect(users.map(({ ignoreChanges }) => ignoreChanges)).to.deep.equal([
            ["attributes"],
            ["attributes"],
        ]);
    });

    it("are in the group of each of their roles, by both names and never by index", () => {
        const memberships = evaluation.resources.filter(({ type }) => type === membershipType);
        const userPoolId = evaluation.resources.find(
            ({ type }) => type === "aws:cognito/userPool:UserPool",
        )?.id;
        expect(memberships.map(({ name, inputs }) => ({ name, inputs }))).to.have.deep.members([
            {
                name: "flexai-user,anna",
                inputs: { userPoolId, groupName: "flexai-user", username: "anna" },
            },
            {
                name: "flexai-manager,anna",
                inputs: { userPoolId, groupName: "flexai-manager", username: "anna" },
            },
        ]);
    });

    it("wait for user and group before they become members", () => {
        const membership = evaluation.registrations.find(({ name }) => name === "flexai-user,anna");
        expect(membership?.dependencies).to.include.members([
            "aws:cognito/user:User::anna",
            "aws:cognito/userGroup:UserGroup::flexai-user",
        ]);
    });

    it("are created after client, domain and style, which one failed user must not hold back", () => {
        for (const name of ["anna", "flexai-user,anna"]) {
            const found = evaluation.registrations.find((one) => one.name === name);
            expect(found?.dependencies).to.include.members(signIn);
        }
    });

    it("lose memberships, which are not protected, at any time", () => {
        const memberships = evaluation.registrations.filter(({ type }) => type === membershipType);
        expect(memberships.map(({ protect }) => protect)).to.deep.equal([false, false]);
    });

    it("are refused with a role that is not one of the roles, by an error about the component", async () => {
        const { error } = await runComponent({ users: [{ ...anna, roles: ["admin"] }] });
        expect(pulumi.ResourceError.isInstance(error)).to.equal(true);
        expect(error).to.have.property(
            "message",
            "User 'anna' has the role 'admin', which is not one of the roles: flexai-manager," +
                " flexai-editor, flexai-user.",
        );
    });
});
