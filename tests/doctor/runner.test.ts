import { expect } from "chai";

import { deploymentOf } from "../../doctor/deployment";
import { type Check, failed, passed, type Result, skipped, warned } from "../../doctor/check";
import { missingToken } from "../../doctor/checks/idTokenForm";
import { diagnosis } from "../../doctor/diagnosis";
import { NoResponse } from "../../doctor/noResponse";
import { runChecks } from "../../doctor/runner";
import { deployedOutputs } from "./support/deployedOutputs";
import { findingOf, namesOf } from "./support/examination";

describe("The checks", () => {
    it("are of both hosts, and have names of their own", () => {
        const deployment = deploymentOf(deployedOutputs, { stack: "prod" });
        const names = diagnosis(deployment, missingToken(false)).map(({ name }) => name);
        expect(new Set(names).size).to.equal(names.length);
        expect(names.slice(0, 6)).to.deep.equal([
            "the name cognito-idp.eu-central-1.amazonaws.com is known",
            "cognito-idp.eu-central-1.amazonaws.com accepts connections",
            "the certificate of cognito-idp.eu-central-1.amazonaws.com is trusted",
            "the name pool.auth.eu-central-1.amazoncognito.com is known",
            "pool.auth.eu-central-1.amazoncognito.com accepts connections",
            "the certificate of pool.auth.eu-central-1.amazoncognito.com is trusted",
        ]);
    });

    const check = <Found>(
        name: string,
        needs: readonly Check[],
        run: Check<Found>["run"],
    ): Check<Found> => ({ name, needs, run });
    const never = () => Promise.reject(new Error("It must not run."));

    for (const result of [failed("e", "s", "a"), warned("e", "s", "a"), skipped("it has none")]) {
        it(`are left out, at any distance, when one that they need ends as ${result.outcome}`, async () => {
            const one = check("one", [], () => result as Result);
            const two = check("two", [one], never);
            const three = check("three", [two], never);
            const four = check("four", [], () => passed("s"));
            const findings = await runChecks([one, two, three, four]);
            expect(findings.map(({ outcome }) => outcome)).to.deep.equal([
                result.outcome,
                "skipped",
                "skipped",
                "passed",
            ]);
            expect(findingOf(findings, "three")).to.deep.equal({
                name: "three",
                outcome: "skipped",
                why: "not checked, because it needs this: one",
                cause: "one",
            });
        });
    }

    it("advise each command once", () => {
        for (const conclude of [failed, warned]) {
            expect(conclude("e", "s", "a", ["x", "y", "x"]).commands).to.deep.equal(["x", "y"]);
        }
    });

    it("hand on what they found, which no report has", async () => {
        const one = check("same name", [], () => passed("s", { port: 7 }));
        const other = check("same name", [], () => passed("s", { port: 8 }));
        const two = check("two", [one, other], (found) =>
            passed(`${String(found(one).port)} and ${String(found(other).port)}`),
        );
        const findings = await runChecks([one, other, two]);
        expect(findings).to.deep.equal([
            { name: "same name", outcome: "passed", seen: "s" },
            { name: "same name", outcome: "passed", seen: "s" },
            { name: "two", outcome: "passed", seen: "7 and 8" },
        ]);
    });

    it("run at the same time, and after those that they need", async () => {
        const order: string[] = [];
        const slow = (name: string, needs: readonly Check[], ms: number) =>
            check(name, needs, async () => {
                order.push(`${name} begins`);
                await new Promise((resolve) => setTimeout(resolve, ms));
                order.push(`${name} ends`);
                return passed("s");
            });
        const two = slow("two", [], 20);
        await runChecks([slow("one", [], 100), two, slow("three", [two], 0)], () =>
            order.push("counted"),
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

    it("warn when there is no useful response, and fail when it cannot be read", async () => {
        const withoutResponse = (kind: "broken" | "malformed") =>
            check("one", [], () =>
                Promise.reject(new NoResponse("https://host/path", kind, "why")),
            );
        const [finding] = await runChecks([withoutResponse("broken")]);
        expect(finding).to.include({
            outcome: "warning",
            expected: "a useful response from https://host/path",
            seen: "why",
        });
        expect(namesOf(await runChecks([withoutResponse("malformed")]), "failed")).to.deep.equal([
            "one",
        ]);
    });

    it("fail one by one when they throw, without a stack", async () => {
        const [first, second] = await runChecks([
            check("one", [], () => Promise.reject(new RangeError("Maximum call stack"))),
            check("two", [], () => passed("s")),
        ]);
        expect(first).to.include({ outcome: "failed", seen: "RangeError: Maximum call stack" });
        expect(second).to.include({ outcome: "passed" });
    });

    it("are refused when one that they need is not before them", async () => {
        const needed = check("needed", [], () => passed("s"));
        const thrown = await runChecks([check("one", [needed], never)]).catch(String);
        expect(thrown).to.equal("Error: 'one' needs 'needed', which is not before it.");
    });
});
