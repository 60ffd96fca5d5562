import { expect } from "chai";

import { type Check, failed, passed, type Result, skipped } from "../../doctor/check";
import { diagnosis } from "../../doctor/diagnosis";
import { NoAnswer } from "../../doctor/noAnswer";
import { runChecks } from "../../doctor/runner";
import { deployedOutputs } from "./support/deployedOutputs";
import { failedNames, findingOf } from "./support/examination";

describe("The checks", () => {
    it("are of both hosts, and have names of their own", () => {
        const names = diagnosis(deployedOutputs, "token").map(({ name }) => name);
        expect(new Set(names).size).to.equal(names.length);
        expect(names.slice(0, 6)).to.deep.equal([
            "the name cognito-idp.eu-central-1.amazonaws.com is known",
            "cognito-idp.eu-central-1.amazonaws.com takes connections",
            "the certificate of cognito-idp.eu-central-1.amazonaws.com is trusted",
            "the name pool.auth.eu-central-1.amazoncognito.com is known",
            "pool.auth.eu-central-1.amazoncognito.com takes connections",
            "the certificate of pool.auth.eu-central-1.amazoncognito.com is trusted",
        ]);
    });

    const check = (name: string, needs: readonly string[], run: Check["run"]): Check => ({
        name,
        needs,
        run,
    });
    const answer = (result: Result) => () => Promise.resolve(result);
    const never = () => Promise.reject(new Error("It must not run."));

    it("are left out, at any distance, when one that they need failed", async () => {
        const findings = await runChecks(
            [
                check("one", [], answer(failed("e", "s", "a"))),
                check("two", ["one"], never),
                check("three", ["two"], never),
                check("four", [], answer(passed("s"))),
            ],
            () => undefined,
        );
        expect(failedNames(findings)).to.deep.equal(["one"]);
        expect(findingOf(findings, "three")).to.deep.equal({
            name: "three",
            outcome: "skipped",
            why: "it would say nothing as long as this is not so: two",
        });
        expect(findingOf(findings, "four")).to.include({ outcome: "passed" });
    });

    it("are made when one that they need does not apply", async () => {
        const findings = await runChecks(
            [
                check("one", [], answer(skipped("no TLS"))),
                check("two", ["one"], answer(passed("s"))),
            ],
            () => undefined,
        );
        expect(findingOf(findings, "two")).to.include({ outcome: "passed" });
    });

    it("are made at the same time, and after those that they need", async () => {
        const order: string[] = [];
        const slow = (name: string, ms: number) => async () => {
            order.push(`${name} begins`);
            await new Promise((resolve) => setTimeout(resolve, ms));
            order.push(`${name} ends`);
            return passed("s");
        };
        await runChecks(
            [
                check("one", [], slow("one", 60)),
                check("two", [], slow("two", 20)),
                check("three", ["two"], slow("three", 0)),
            ],
            () => order.push("counted"),
        );
        expect(order.slice(0, 4)).to.deep.equal([
            "one begins",
            "two begins",
            "two ends",
            "counted",
        ]);
        expect(order.indexOf("three begins")).to.be.greaterThan(3);
        expect(order.filter((event) => event === "counted")).to.have.length(3);
    });

    it("fail when a server does not answer, and throw what is a mistake of doctor's", async () => {
        const unanswered = () => Promise.reject(new NoAnswer("https://host/path", "ECONNRESET"));
        const [finding] = await runChecks([check("one", [], unanswered)], () => undefined);
        expect(finding).to.include({
            outcome: "failed",
            expected: "an answer from https://host/path",
            seen: "the connection is cut (ECONNRESET)",
        });
        const thrown = await runChecks([check("one", [], never)], () => undefined).catch(
            (error: unknown) => error,
        );
        expect(thrown).to.have.property("message", "It must not run.");
        const unknown = await runChecks([check("one", ["none"], never)], () => undefined).catch(
            (error: unknown) => error,
        );
        expect(unknown)
            .to.have.property("message")
            .that.matches(/needs 'none'/);
    });
});
