import { expect } from "chai";

import { useDeployedStack, useStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { clara } from "./support/people";

describe("A stack whose resources others change", () => {
    const stack = useDeployedStack("dev", { hostname: "flexai", alarmEmail: "ops@example.com" });

    it("shows a callback URL set in the console at a refresh, and the next up restores it", async () => {
        const client = stack.aws.store.only("UserPoolClient");
        const ours = client.inputs.callbackUrls;
        client.inputs.callbackUrls = ["https://elsewhere/"];

        const refresh = await accepted(stack.refresh());
        expect(refresh.output).to.match(/UserPoolClient flexai updated/);
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal(["update UserPoolClient flexai"]);
        expect(stack.aws.store.only("UserPoolClient").inputs.callbackUrls).to.deep.equal(ours);
    });

    it("creates a deleted group again after a refresh, and nothing else", async () => {
        const { type, id } = stack.aws.store.only("UserGroup", { name: "flexai-editor" });
        stack.aws.store.delete(type, id);

        await accepted(stack.refresh());
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal(["create UserGroup flexai-editor"]);
        expect(stack.aws.store.all("UserGroup")).to.have.lengthOf(3);
    });

    it("asks again when AWS has given up on a subscription that nobody confirmed", async () => {
        const { type, id } = stack.aws.store.only("TopicSubscription");
        stack.aws.store.expire(type, id);
        const { steps } = await accepted(stack.up({ refresh: true }));
        expect(steps).to.deep.equal(["create TopicSubscription flexai-alarms"]);
        stack.aws.store.only("TopicSubscription", { endpoint: "ops@example.com" });
    });
});

describe("An update that AWS refuses", () => {
    const stack = useDeployedStack("dev", { hostname: "flexai", users: [clara] });

    /** Has the next update of that kind refused, and the one after it accepted. */
    async function refuseOnce(kind: string, settings: object): Promise<void> {
        stack.configure({ ...settings });
        stack.aws.failure = (type, _name, operation) =>
            operation === "update" && type.endsWith(`:${kind}`) ? "TooManyRequests" : undefined;
        const { output } = await refused(stack.up());
        expect(output).to.include("TooManyRequests");
        stack.aws.failure = () => undefined;
    }

    it("counts as done in the next up, and is done by one with a refresh", async () => {
        await refuseOnce("User", { users: [{ ...clara, enabled: false }] });
        await accepted(stack.up());
        expect(stack.aws.store.only("User").inputs.enabled).to.equal(true);
        await accepted(stack.up({ refresh: true }));
        expect(stack.aws.store.only("User").inputs.enabled).to.equal(false);
    });

    it("is done by the next up when it is the client's", async () => {
        await refuseOnce("UserPoolClient", { hostname: "audio" });
        await accepted(stack.up());
        const { callbackUrls } = stack.aws.store.only("UserPoolClient").inputs;
        expect(callbackUrls).to.include("https://audio/");
    });

    it("stays undone for a function's code, which no refresh compares", async () => {
        const code = () => JSON.stringify(stack.aws.store.only("Function").inputs.code);
        const before = code();
        await refuseOnce("Function", { defaultRoles: ["flexai-user"] });
        await accepted(stack.up({ refresh: true }));
        expect(code()).to.equal(before);
        await accepted(stack.up({ replace: [await stack.urn("Function")] }));
        expect(code()).not.to.equal(before);
    });
});

describe("A deployment that fails in the middle", () => {
    const stack = useStack("prod", { hostname: "flexai" });

    it("reports what AWS said, and keeps what was created", async () => {
        stack.aws.failure = (type) =>
            type.endsWith(":UserPoolClient")
                ? "LimitExceededException: too many clients"
                : undefined;
        const { output } = await refused(stack.up());
        expect(output).to.include("LimitExceededException: too many clients");
        expect(stack.aws.store.all("UserPool")).to.have.lengthOf(1);
        expect(stack.aws.store.all("UserPoolClient")).to.be.empty;
        expect(stack.aws.store.all("ManagedLoginBranding")).to.be.empty;
    });

    it("is completed by the next up, which makes nothing twice", async () => {
        stack.aws.failure = () => undefined;
        const pool = stack.aws.store.only("UserPool").id;
        await accepted(stack.up());
        expect(stack.aws.store.all()).to.have.lengthOf(13);
        expect(stack.aws.store.only("UserPool").id).to.equal(pool);
        const { clientId } = await stack.outputs();
        expect(clientId).to.equal(stack.aws.store.only("UserPoolClient").id);
        const created = stack.aws.calls.filter(({ operation }) => operation === "create");
        // Every resource once, and the client's first attempt.
        expect(created).to.have.lengthOf(13 + 1);
        expect(stack.aws.calls).to.have.lengthOf(created.length);
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});
