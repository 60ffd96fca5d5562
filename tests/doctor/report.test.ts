import { expect } from "chai";

import type { Finding } from "../../doctor/check";
import { jsonReport, textReport } from "../../doctor/report";

const problem = {
    expected: "an address in DNS",
    seen: "the name is not known (ENOTFOUND)",
    advice: `Words that are too long for one line of a terminal, ${"so they are broken ".repeat(4)}here.`,
    commands: [`pulumi ${"x".repeat(100)}`],
};
const findings: readonly Finding[] = [
    { name: "first fails", outcome: "failed", ...problem },
    { name: "second is left out", outcome: "skipped", why: "why", cause: "first fails" },
    { name: "third warns", outcome: "warning", ...problem, commands: [] },
    { name: "fourth passes", outcome: "passed", seen: `all, ${"and more ".repeat(9)}of it` },
    { name: "fifth is left out", outcome: "skipped", why: "why", cause: "first fails" },
    { name: "sixth is not asked for", outcome: "skipped", why: "none", commands: ["run it"] },
    { name: "of the sixth", outcome: "skipped", why: "why", cause: "sixth is not asked for" },
    { name: "seventh fails alike", outcome: "failed", ...problem },
];

describe("Doctor's report", () => {
    const details = [
        "         expected: an address in DNS",
        "         seen:     the name is not known (ENOTFOUND)",
        "         to do:    Words that are too long for one line of a terminal, so they",
        "                   are broken so they are broken so they are broken so they are",
        "                   broken here.",
    ];
    const passed = [
        "passed   fourth passes: all, and more and more and more and more and more and",
        "         more and more and more and more of it",
    ];
    const end = [
        "WARNING  third warns",
        ...details,
        "FAILED   first fails",
        "FAILED   seventh fails alike",
        ...details,
        `           pulumi ${"x".repeat(100)}`,
        "",
        "1 passed, 2 failed, 1 warning, 4 skipped",
        "",
    ];

    it("has what needs attention last, and says the same once", () => {
        expect(textReport(findings).split("\n")).to.deep.equal([
            ...passed,
            "skipped  sixth is not asked for: none",
            "           run it",
            "skipped  2 checks, which need this: first fails (--verbose lists them)",
            ...end,
        ]);
    });

    it("lists what could not run with --verbose", () => {
        expect(textReport(findings, true).split("\n")).to.deep.equal([
            ...passed,
            "skipped  second is left out: why",
            "skipped  fifth is left out: why",
            "skipped  sixth is not asked for: none",
            "           run it",
            "skipped  of the sixth: why",
            ...end,
        ]);
    });

    it("has the counts and all findings in one line of JSON", () => {
        const report = jsonReport(findings);
        expect(report).to.match(/^.*\n$/);
        expect(JSON.parse(report)).to.deep.equal({
            passed: 1,
            failed: 2,
            warnings: 1,
            skipped: 4,
            checks: findings,
        });
    });
});
