import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { evaluate } from "../../local/program/evaluate";
import { projectConfig, withDefaults } from "../../local/program/projectConfig";
import { alarmEmails, withoutPackages } from "../../local/program/registeredTrigger";
import { Alarm } from "../../local/trigger/alarm";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { Browser } from "./support/browser";
import { programWith } from "./support/programWith";

const lambdaArn =
    "arn:aws:lambda:eu-central-1:123456789012:function:cognito-custom-roles-oidc-flexai";

describe("The address that an alarm goes to", () => {
    const resourcesOf = async (settings: Record<string, string>) =>
        (
            await withoutPackages(() =>
                evaluate({
                    stack: "dev",
                    ...withDefaults(projectConfig("dev", settings), { hostname: "a.b" }),
                }),
            )
        ).resources;

    it("is the configured one, for this trigger alone", async () => {
        const resources = await resourcesOf({ alarmEmail: "ops@example.com" });
        expect(alarmEmails(resources, lambdaArn)).to.deep.equal(["ops@example.com"]);
        expect(alarmEmails(resources, `${lambdaArn}-other`)).to.deep.equal([]);
        expect(alarmEmails(resources, lambdaArn.replace("cognito-", "x-cognito-"))).to.deep.equal(
            [],
        );
        expect(alarmEmails(resources, undefined)).to.deep.equal([]);
    });

    it("is none where there is no alarm on errors, or no subscription to its topic", async () => {
        const resources = await resourcesOf({ alarmEmail: "ops@example.com" });
        for (const missing of ["flexai-alarms-errors", "flexai-alarms"]) {
            const others = resources.filter(({ name }) => name !== missing);
            expect(alarmEmails(others, lambdaArn)).to.deep.equal([]);
        }
        expect(alarmEmails(await resourcesOf({}), lambdaArn)).to.deep.equal([]);
    });
});

describe("An alarm", () => {
    it("is raised once for what has failed since it was last asked", () => {
        const trigger = { failures: 0 };
        const alarm = new Alarm(["ops@example.com"], trigger);
        expect(alarm.raised()).to.deep.equal([]);
        trigger.failures = 2;
        expect(alarm.raised()).to.deep.equal(["ops@example.com"]);
        expect(alarm.raised()).to.deep.equal([]);
        trigger.failures = 3;
        expect(alarm.raised()).to.deep.equal(["ops@example.com"]);
    });

    it("is never raised without a trigger", () => {
        expect(new Alarm(["ops@example.com"], undefined).raised()).to.deep.equal([]);
    });
});

describe("npm start when the trigger fails", () => {
    const line = "an alarm would go to ops@example.com";
    let tryOut: TryOut;
    before(async () => {
        const config = { alarmEmail: "ops@example.com" };
        const failsOnce = `let calls = 0;
            exports.handler = (event) => {
                if (++calls === 2) throw new Error("out of order");
                return event;
            };`;
        const code = new pulumi.asset.AssetArchive({
            "__index.js": new pulumi.asset.StringAsset(failsOnce),
        });
        const program = programWith("aws:lambda/function:Function", { code });
        tryOut = await startTryOut({ stack: "dev", port: 0, config, program });
    });
    after(() => tryOut.close());

    const openPage = async (browser: Browser, address: string | URL): Promise<string> => {
        const response = await browser.request(address);
        const location = response.headers.get("location");
        return location === null
            ? response.text()
            : openPage(browser, new URL(location, response.url));
    };
    const signIn = async () => {
        const [user] = tryOut.users;
        if (!user) throw new Error("There is no user.");
        const browser = new Browser();
        const begun = await browser.request(`${tryOut.page}sign-in`);
        const callback = await browser.signIn(begun.headers.get("location") ?? "", user);
        return openPage(browser, callback);
    };

    it("says on the page that an alarm would go to that address, and no longer when it works again", async () => {
        expect(await signIn()).not.to.include(line);
        const failed = await signIn();
        expect(failed).to.include("out of order").and.to.include(line);
        const page = await signIn();
        expect(page).to.include("flexAI").and.not.to.include(line);
    });

    it("says nothing of an alarm when a sign-in fails for another reason", async () => {
        const page = await openPage(new Browser(), `${tryOut.page}oauth2/callback?error=x&state=y`);
        expect(page).to.include("Sign-in failed").and.not.to.include("alarm");
    });
});
