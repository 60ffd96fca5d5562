import { expect } from "chai";

import { jsonReport, textReport } from "../../local/report";
import type { TryOut } from "../../local/tryOut";
import type { TryOutUser } from "../../local/tryOutUsers";
import { useReport } from "./support/hooks";

describe("What npm start prints", () => {
    const report = useReport();
    const user = (username: string, change: Partial<TryOutUser> = {}): TryOutUser => ({
        username,
        sub: username,
        enabled: true,
        attributes: { preferred_username: `Name of ${username}` },
        groups: ["flexai-manager"],
        password: "aaaa-bbbb-cccc",
        demonstration: true,
        ...change,
    });
    const tryOut = (change: Partial<TryOut> = {}): TryOut => {
        return {
            page: report.page,
            outputs: report,
            secrets: [report.clientSecret],
            users: [user("anna"), user("dora", { groups: [] })],
            trigger: undefined,
            notices: [],
            close: () => Promise.resolve(),
            ...change,
        };
    };
    const linesOf = (change: Partial<TryOut> = {}, outputs = false) =>
        textReport(tryOut(change), { outputs, stack: "dev" }).split("\n");

    it("is who can sign in, what comes next and, last, the address", () => {
        expect(linesOf()).to.deep.equal([
            "",
            "A try-out without AWS, not for production. Made-up users, to sign in as:",
            "",
            "  USERNAME  PASSWORD        ROLES           NAME",
            "  anna      aaaa-bbbb-cccc  flexai-manager  Name of anna",
            "  dora      aaaa-bbbb-cccc  none            Name of dora",
            "",
            "Settings: Pulumi.dev.yaml. After a change, end this by Ctrl-C and start again.",
            "Options: npm start -- --help",
            "Next, try it on AWS in ten minutes: docs/try-on-aws.md",
            "",
            `Open ${report.page}`,
        ]);
    });

    it("names users who are disabled apart, and not for scripts", () => {
        const own = { demonstration: false };
        const disabled = ["ben", "zoe"].map((name) => user(name, { ...own, enabled: false }));
        const users = [...disabled, user("anna", own)];
        expect(linesOf({ users }).slice(1, 6)).to.deep.equal([
            "A try-out without AWS, not for production. Your users, to sign in as:",
            "",
            "  USERNAME  PASSWORD        ROLES           NAME",
            "  anna      aaaa-bbbb-cccc  flexai-manager  Name of anna",
            "  Disabled, so refused: ben, zoe",
        ]);
        const { users: named } = JSON.parse(jsonReport(tryOut({ users }))) as typeof report;
        expect(named.map(({ username }) => username)).to.deep.equal(["anna"]);
    });

    it("fits a terminal of 80 x 24, however many and long the users are", () => {
        const groups = ["flexai-manager", "flexai-editor", "flexai-user"];
        const users = Array.from({ length: 50 }, (_, at) =>
            user(`${"long-".repeat(at)}name`, { groups, enabled: at % 10 !== 9 }),
        );
        const lines = linesOf({ users, notices: ["A notice."] });
        // "Starting ..." and npm's own lines are five more.
        expect(lines.length).to.be.at.most(17);
        expect(Math.max(...lines.map(({ length }) => length))).to.be.at.most(80);
        expect(lines).to.include("  ... and 41 more, on the page");
        expect(lines.at(-1)).to.equal(`Open ${report.page}`);
    });

    it("shows five users, and all of five", () => {
        const users = ["a", "b", "c", "d", "e"].map((name) => user(name));
        const text = linesOf({ users }).join("\n");
        expect(text).to.contain("  e ").and.not.to.contain("more");
    });

    it("has the outputs with --outputs alone, without secrets", () => {
        const text = linesOf({}, true).join("\n");
        expect(text).to.match(/ {2}clientSecret +\[secret\]\n/);
        expect(text).to.match(/ {2}flexaiConfig +\[secret\]\n/);
        expect(text).to.contain(report.redirectUris.join(" "));
        expect(text).not.to.contain(report.clientSecret);
        expect(linesOf().join()).not.to.contain("redirectUris");
    });
});
