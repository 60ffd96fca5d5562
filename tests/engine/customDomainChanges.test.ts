import { expect } from "chai";

import { useDns } from "../support/dns";
import type { AwsStore } from "./provider/awsStore";
import { place } from "./support/existingPool";
import { manualPool } from "./support/existingPools";
import { useDeployedStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { recordedStacks } from "./support/recordedStacks";
import { restore } from "./support/recordedState";

const zone = "example.com";
const [name, other] = ["auth.example.com", "login.example.com"];
const arn = (id: string) => `arn:aws:acm:us-east-1:123456789012:certificate/${id}`;

/** Gives the account a Route 53 zone. */
function addZone(store: AwsStore): void {
    const type = "aws:route53/zone:Zone";
    store.create({ type, id: "Z01", inputs: { name: zone }, outputs: {} });
}

describe("A custom domain of a stack without deletion protection", () => {
    useDns({ [zone]: "192.0.2.1" });
    const stack = useDeployedStack("dev", { hostname: "flexai.example.com" }, addZone);
    let initially: object[];
    before(() => {
        initially = held();
    });

    const held = () => structuredClone(stack.aws.store.all());
    /** Changes the domain and nothing else, and returns the steps. */
    const change = async (domain: object) => {
        stack.configure({ domain });
        const { steps } = await accepted(stack.up());
        expect(held().slice(0, initially.length)).to.deep.equal(initially);
        return steps;
    };
    afterEach(async () => {
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is one domain where DNS is elsewhere, and an output names what to point to", async () => {
        const certificateArn = arn("one");
        expect(await change({ name, certificateArn })).to.deep.equal([
            "create UserPoolDomain flexai-custom",
        ]);
        const { cloudfrontDistribution } = stack.aws.store.only("UserPoolDomain", {
            domain: name,
        }).outputs;
        expect(await stack.outputs()).to.include({ domainTarget: cloudfrontDistribution });
    });

    it("gets another certificate in place", async () => {
        expect(await change({ name, certificateArn: arn("two") })).to.deep.equal([
            "update UserPoolDomain flexai-custom",
        ]);
    });

    it("gets a certificate and records of the zone, and stays the same domain", async () => {
        expect(await change({ name, zone })).to.deep.equal([
            "create Certificate flexai-custom",
            "create CertificateValidation flexai-custom",
            "create Record flexai-custom-a",
            "create Record flexai-custom-aaaa",
            "create Record flexai-custom-validation",
            "update UserPoolDomain flexai-custom",
        ]);
        expect(await stack.outputs()).not.to.have.property("domainTarget");
    });

    for (const refusedPart of ["flexai-custom", "flexai-custom-aaaa"]) {
        it(`is as before when a change of its name fails at ${refusedPart} and is taken back`, async () => {
            const before = names();
            stack.aws.failure = (type, resource) =>
                resource === refusedPart && /(UserPoolDomain|Record)$/.test(type)
                    ? "InvalidParameterException: Custom domain is not a valid subdomain"
                    : undefined;
            stack.configure({ domain: { name: other, zone } });
            await refused(stack.up());
            stack.aws.failure = () => undefined;
            await change({ name, zone });
            expect(names()).to.deep.equal(before);
        });
    }

    /** What AWS holds by what people see of it. */
    const names = () =>
        stack.aws.store
            .all()
            .map(({ type, inputs }) => `${type} ${String(inputs.domain ?? inputs.name)}`)
            .sort();

    it("is another one, whose predecessor is deleted first, and leaves with its zone's records", async () => {
        const calls = stack.aws.calls.length;
        await change({ name: other, zone });
        const domains = stack.aws.calls
            .slice(calls)
            .filter(({ type }) => type.endsWith(":UserPoolDomain"));
        expect(domains.map(({ operation }) => operation)).to.deep.equal(["delete", "create"]);
        await change({});
        expect(held()).to.deep.equal(initially);
    });
});

describe("A custom domain of a stack with an existing pool", () => {
    useDns({ [zone]: "192.0.2.1" });
    const settings = { hostname: "flexai.example.com", existingUserPoolId: manualPool.id };
    const stack = useDeployedStack("dev", settings, (store) => {
        addZone(store);
        place(store, manualPool);
    });

    it("comes and goes beside the domain that the pool has", async () => {
        const initially = structuredClone(stack.aws.store.all());
        const { tokenEndpoint } = await stack.outputs();
        stack.configure({ domain: { name, zone } });
        expect((await accepted(stack.up())).steps).to.have.lengthOf(6);
        await accepted(stack.preview({ expectNoChanges: true }));
        expect((await accepted(stack.up({ refresh: true }))).steps).to.be.empty;
        expect(await stack.outputs()).to.include({
            tokenEndpoint: `https://${name}/oauth2/token`,
            prefixOrigin: new URL(String(tokenEndpoint)).origin,
        });
        stack.configure({ domain: {} });
        await accepted(stack.up());
        expect(stack.aws.store.all()).to.deep.equal(initially);
        expect(await stack.outputs()).to.include({ tokenEndpoint });
    });
});

describe("A custom domain of a stack that an earlier version deployed", () => {
    useDns({ [zone]: "192.0.2.1" });

    for (const recorded of ["prod", "adopted"]) {
        it(`is added to '${recorded}' of 0.1.0, and replaces and deletes nothing`, async () => {
            const settings = recordedStacks[recorded];
            if (!settings) throw new Error("There is no such stack.");
            const stack = await restore("0.1.0", recorded, settings);
            addZone(stack.aws.store);
            try {
                stack.configure({ domain: { name, zone } });
                const { steps } = await accepted(stack.up());
                expect(steps.filter((step) => !/^(create|update) /.test(step))).to.deep.equal([]);
                expect(steps).to.include("create UserPoolDomain flexai-custom");
                await accepted(stack.preview({ expectNoChanges: true }));
            } finally {
                stack.dispose();
            }
        });
    }
});
