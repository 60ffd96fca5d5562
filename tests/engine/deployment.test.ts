import { expect } from "chai";

import { expectedOutputs } from "../support/expectedOutputs";
import { secrets } from "./provider/providerCalls";
import { placesOf } from "./support/leaks";
import { useStack } from "./support/hooks";
import { accepted } from "./support/outcome";

const onePool = {
    Function: 1,
    LogGroup: 1,
    ManagedLoginBranding: 1,
    Permission: 1,
    Role: 1,
    RolePolicy: 1,
    UserGroup: 3,
    UserPool: 1,
    UserPoolClient: 1,
    UserPoolDomain: 1,
};

for (const name of ["dev", "prod"] as const) {
    describe(`A first deployment from Pulumi.${name}.yaml`, () => {
        const stack = useStack(name, {});
        before(async () => {
            await stack.run("pulumi config set hostname flexai.example.com");
        });

        it("creates nothing in a preview", async () => {
            const preview = await accepted(stack.preview());
            // AWS's own and the four components.
            expect(preview.steps).to.have.lengthOf(13 + 4);
            expect(preview.steps.every((step) => step.startsWith("create "))).to.be.true;
            expect(stack.aws.calls).to.be.empty;
        });

        it("creates one pool with all that belongs to it, and nothing else", async () => {
            const up = await accepted(stack.up());
            expect(up.steps).to.have.lengthOf(13 + 4);
            const counts: Record<string, number> = {};
            const [ofAws, others] = [true, false].map((aws) =>
                stack.aws.store.all().filter(({ type }) => type.startsWith("aws:") === aws),
            );
            // The key of Envoy's cookies.
            expect(others).to.have.lengthOf(1);
            for (const { type } of ofAws ?? []) {
                const kind = type.slice(type.lastIndexOf(":") + 1);
                counts[kind] = (counts[kind] ?? 0) + 1;
            }
            expect(counts).to.deep.equal(onePool);
            expect(stack.aws.calls.map(({ operation }) => operation)).to.deep.equal(
                Array<string>(13).fill("create"),
            );
        });

        it("has region, locks and retention from the stack file", () => {
            const { id, inputs } = stack.aws.store.only("UserPool");
            expect(id).to.match(/^eu-central-1_/);
            expect(inputs.deletionProtection).to.equal(name === "dev" ? "INACTIVE" : "ACTIVE");
            const { retentionInDays } = stack.aws.store.only("LogGroup").inputs;
            expect(retentionInDays).to.equal(name === "dev" ? 14 : 365);
        });

        it("hands over the values of OpenID Connect", async () => {
            const userPoolId = stack.aws.store.only("UserPool").id;
            const client = stack.aws.store.only("UserPoolClient");
            const { flexaiConfig, ...outputs } = await stack.outputs();
            expect(flexaiConfig).to.include(`OIDC_CLIENT_ID=${client.id}\n`);
            const clientSecret = String(client.outputs.clientSecret);
            expect(outputs).to.deep.equal(
                expectedOutputs({ userPoolId, clientId: client.id, clientSecret }),
            );
        });

        it("has nothing left to do", async () => {
            const preview = await accepted(stack.preview({ expectNoChanges: true }));
            expect(preview.steps).to.be.empty;
        });

        it("refreshes to what it knows already", async () => {
            await accepted(stack.refresh());
            const preview = await accepted(stack.preview({ expectNoChanges: true }));
            expect(preview.steps).to.be.empty;
            expect(
                stack.aws.calls.filter(({ operation }) => operation === "read"),
            ).to.have.lengthOf(13);
        });

        it("keeps the outputs that hold a secret secret, and no other", async () => {
            const shown = await stack.run("pulumi stack output --json");
            const kept = Object.entries(JSON.parse(shown) as Record<string, unknown>)
                .filter(([, value]) => value === "[secret]")
                .map(([key]) => key);
            expect(kept.sort()).to.deep.equal(["clientSecret", "flexaiConfig"]);
        });

        it("leaves no secret in the clear in a file or a message", async () => {
            await stack.run("pulumi stack output");
            await stack.run("pulumi stack --show-ids");
            await stack.run("pulumi stack export");
            const client = stack.aws.store.only("UserPoolClient").id;
            // That the client's id is found shows that the search would find a secret.
            expect(placesOf(client, stack)).to.include("what the CLI printed");
            expect(placesOf(client, stack)).to.have.length.above(2);
            const found = stack.aws.store
                .all()
                .flatMap(({ outputs }) =>
                    secrets
                        .filter((key) => key in outputs)
                        .map((key) => ({ key, places: placesOf(String(outputs[key]), stack) })),
                );
            expect(found.map(({ key }) => key)).to.include("clientSecret");
            for (const { key, places } of found) expect(places, key).to.be.empty;
        });
    });
}
