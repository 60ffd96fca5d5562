import { expect } from "chai";

import { ManagedLogin } from "../../components/managedLogin";
import { registeredOutputs } from "../support/registrations";
import { inputsOf, run, type Run } from "../support/program";

const args = {
    userPoolId: "eu-central-1_xAWSq",
    clientId: "1example",
    region: "eu-central-1",
    tags: {},
};
const host = "https://eu-central-1xa-wsq.auth.eu-central-1.amazoncognito.com";

describe("The managed login", () => {
    let evaluation: Run;

    before(async () => {
        evaluation = await run(() => new ManagedLogin("flexai", args));
    });

    it("is a domain, version 2, whose prefix comes from the pool's id", () => {
        expect(inputsOf(evaluation, "aws:cognito/userPoolDomain:UserPoolDomain")).to.deep.equal({
            userPoolId: "eu-central-1_xAWSq",
            domain: "eu-central-1xa-wsq",
            managedLoginVersion: 2,
        });
    });

    it('has a branding style, without which version 2 shows "Login pages unavailable"', () => {
        const type = "aws:cognito/managedLoginBranding:ManagedLoginBranding";
        expect(inputsOf(evaluation, type)).to.deep.equal({
            userPoolId: "eu-central-1_xAWSq",
            clientId: "1example",
            useCognitoProvidedValues: true,
        });
    });

    it("is nothing else", () => {
        expect(evaluation.resources).to.have.lengthOf(2);
    });

    it("deletes its domain before it makes another, since a pool has one at a time", () => {
        const eager = evaluation.registrations.filter((one) => one.deleteBeforeReplace);
        expect(eager.map(({ type }) => type)).to.deep.equal([
            "aws:cognito/userPoolDomain:UserPoolDomain",
        ]);
    });

    it("registers the endpoints on its domain", () => {
        const outputs = registeredOutputs().get("flexai-oidc:index:ManagedLogin::flexai");
        expect(outputs).to.deep.equal({ origin: host });
    });
});
