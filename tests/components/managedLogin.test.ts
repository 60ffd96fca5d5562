import { expect } from "chai";

import { loginStyle } from "../../components/loginStyle";
import { ManagedLogin } from "../../components/managedLogin";
import { inputsOf, run, type Run } from "../support/program";
import { registeredOutputs } from "../support/registrations";

const args = {
    userPoolId: "eu-central-1_xAWSq",
    clientId: "1example",
    region: "eu-central-1",
    tags: {},
    brand: {},
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

    it("has the style of a brand in its place", async () => {
        const logo = { kind: "PNG", bytes: "bG9nbw==" } as const;
        const brand = { logo, color: "#0a58ca" };
        const branded = await run(() => new ManagedLogin("flexai", { ...args, brand }));
        const type = "aws:cognito/managedLoginBranding:ManagedLoginBranding";
        expect(inputsOf(branded, type)).to.deep.equal({
            userPoolId: "eu-central-1_xAWSq",
            clientId: "1example",
            ...loginStyle(brand),
        });
    });

    it("is nothing else", () => {
        expect(evaluation.resources).to.have.lengthOf(2);
    });

    it("deletes domain and style before it makes others: a pool, or a client, has one at a time", () => {
        const eager = evaluation.registrations.filter((one) => one.deleteBeforeReplace);
        expect(eager.map(({ type }) => type)).to.have.members([
            "aws:cognito/userPoolDomain:UserPoolDomain",
            "aws:cognito/managedLoginBranding:ManagedLoginBranding",
        ]);
    });

    it("registers the endpoints on its domain", () => {
        const outputs = registeredOutputs().get("flexai-oidc:index:ManagedLogin::flexai");
        expect(outputs).to.deep.equal({ origin: host });
    });
});
