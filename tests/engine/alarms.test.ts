import { expect } from "chai";

import { useStack } from "./support/hooks";
import { accepted } from "./support/outcome";

describe("A stack with alarms", () => {
    const stack = useStack("dev", {
        hostname: "flexai.example.com",
        alarmEmail: "ops@example.com",
    });
    const hint = (address: string) => `AWS now asks ${address} by email to confirm`;

    it("says at the up that sets an address, and at no other, that the person must confirm", async () => {
        expect((await accepted(stack.preview())).output).not.to.include("confirm");
        expect((await accepted(stack.up())).output).to.include(hint("ops@example.com"));
        expect((await accepted(stack.up())).output).not.to.include("confirm");
        stack.configure({ alarmEmail: "studio@example.com" });
        expect((await accepted(stack.up())).output)
            .to.include(hint("studio@example.com"))
            .and.not.to.include("What comes next");
    });

    it("has the topic among its outputs, and no longer without alarms", async () => {
        expect(stack.outputs.alarmTopicArn?.value).to.match(
            /^arn:aws:sns:eu-central-1:123456789012:flexai-alarms-[0-9a-f]{7}$/,
        );
        stack.configure({ alarmEmail: "" });
        expect((await accepted(stack.up())).output).not.to.include("confirm");
        expect(stack.outputs).not.to.have.property("alarmTopicArn");
    });

    it("asks again when AWS has given up on a subscription that nobody confirmed", async () => {
        stack.configure({ alarmEmail: "ops@example.com" });
        await accepted(stack.up());
        const { store } = stack.aws;
        const { type, id } = store.only("TopicSubscription");
        store.expire(type, id);
        const { steps } = await accepted(stack.up({ refresh: true }));
        expect(steps).to.include("create TopicSubscription flexai-alarms");
        store.only("TopicSubscription", { endpoint: "ops@example.com" });
    });

    it("is destroyed as a whole", async () => {
        await accepted(stack.destroy());
        expect(stack.aws.store.all()).to.deep.equal([]);
    });
});
