import { expect } from "chai";
import * as fc from "fast-check";

import { contrast } from "../../components/color";
import { accepted, problems } from "../support/configuration";

const name = "'flexai-oidc:brand.color'";
const quotes = "Write one in quotes, because # begins a comment otherwise, in Pulumi.prod.yaml";
const set = (color: string) => `Run: pulumi config set --stack prod --path brand.color '${color}'`;
const problemsOf = (color: unknown) => problems({ brand: { color } });

describe("The color of a brand", () => {
    for (const color of ["#0a58ca", "#0A58CA", "#000000", "#767676", "#7c2d12"]) {
        it(`may be ${color}`, async () => {
            const { brand } = await accepted({ brand: { color } });
            expect(brand).to.deep.equal({ color: color.toLowerCase() });
        });
    }

    for (const [color, remedy] of [
        ["0a58ca", set("#0a58ca")],
        ["0A58CA", set("#0a58ca")],
        [" #0a58ca ", set("#0a58ca")],
        ["#05c", set("#0055cc")],
        ["#0a58caff", quotes],
        ["#0a58c", quotes],
        ["blue", quotes],
        ["rgb(10, 88, 202)", quotes],
        ["＃0a58ca", quotes],
        ["#Оa58ca", quotes],
        ["#0a58ca;", quotes],
        ["#" + "0".repeat(4000), quotes],
    ] as const) {
        it(`may not be ${JSON.stringify(color).slice(0, 30)}`, async () => {
            expect(await problemsOf(color)).to.deep.equal([
                `${name} value '${color}' is not a color such as #0a58ca. ${remedy}`,
            ]);
        });
    }

    it("may not have an invisible character, which is removed", async () => {
        expect(await problemsOf("#0a58\u200bca")).to.deep.equal([
            `${name} value '#0a58\\u{200B}ca' contains an invisible character. ${set("#0a58ca")}`,
        ]);
    });

    for (const nothing of [null, ""]) {
        it(`is missing where YAML has ${JSON.stringify(nothing)}, as without quotes`, async () => {
            expect(await problemsOf(nothing)).to.deep.equal([
                `${name} is missing: a color such as #0a58ca. ${quotes}`,
            ]);
        });
    }

    for (const [value, problem] of [
        [
            112233,
            `${name} value '112233' is a number, not a string. Run: pulumi config set --stack prod --path --type string brand.color 112233`,
        ],
        [
            true,
            `${name} value 'true' is a boolean, not a string. Run: pulumi config set --stack prod --path --type string brand.color true`,
        ],
        [["#0a58ca"], `${name} is a list, not a string. Write a string in Pulumi.prod.yaml`],
    ] as const) {
        it(`is no ${typeof value}`, async () => {
            expect(await problemsOf(value)).to.deep.equal([problem]);
        });
    }

    for (const [color, ratio, nearest] of [
        ["#ffcc00", "1.51", "#8f7200"],
        ["#ffffff", "1.00", "#757575"],
        ["#777777", "4.47", "#757575"],
        ["#ff0000", "3.99", "#ed0000"],
        ["#00ff00", "1.37", "#008a00"],
    ] as const) {
        it(`may not be ${color}, which nobody can read on white: the ratio is ${ratio}`, async () => {
            expect(await problemsOf(color)).to.deep.equal([
                `${name} value '${color}' has a contrast of ${ratio}:1 to white, the background of links` +
                    " and the text color of buttons; WCAG AA asks for 4.5:1. The next darker color of its" +
                    ` hue has it. ${set(nearest)}`,
            ]);
        });
    }

    it("is led from any color to one that is accepted", async () => {
        const colors = fc
            .integer({ min: 0, max: 0xffffff })
            .map((value) => `#${value.toString(16).padStart(6, "0")}`);
        await fc.assert(
            fc.asyncProperty(colors, async (color) => {
                const [problem] = await problemsOf(color);
                expect(problem === undefined).to.equal(contrast(color, "#ffffff") >= 4.5);
                if (problem === undefined) return;
                const [, suggested = ""] = /brand\.color '(#.{6})'$/.exec(problem) ?? [];
                expect(await problemsOf(suggested)).to.deep.equal([]);
            }),
            { numRuns: 50 },
        );
    });
});
