import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Each threat of docs/security.md, with the files that it names as holding it. */
const threats = new Map(
    [...read("docs/security.md").matchAll(/^- \*\*(T\d+)\*\*.*?(?=^- |^#)/gms)].map(
        ([row, threat = ""]) => [
            threat,
            [...row.matchAll(/\]\(\.\.\/(tests\/[^)]+)\)/g)].map(([, path = ""]) => path),
        ],
    ),
);

/** The threats that the titles in a file cite, as in "T11, T17: ...". */
function cited(path: string): string[] {
    const titles = read(path).matchAll(/["`](T\d+(?:, T\d+)*): /g);
    return [...titles].flatMap(([, list = ""]) => list.split(", "));
}

describe("The threats in docs/security.md", () => {
    it("are those that the titles of tests cite", () => {
        const files = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" });
        const inTitles = files
            .filter((name) => name.endsWith(".ts"))
            .flatMap((name) => cited(join("tests", name)));
        expect([...new Set(inTitles)]).to.have.members([...threats.keys()]);
    });

    for (const [threat, files] of threats) {
        it(`${threat} names the files whose titles cite it`, () => {
            expect(files).not.to.deep.equal([]);
            expect(files.filter((path) => !cited(path).includes(threat))).to.deep.equal([]);
        });
    }
});

const [, controls = ""] =
    /^## Controls$(.*)^## Not satisfied/ms.exec(read("docs/security.md")) ?? [];

describe("The controls in docs/security.md", () => {
    const [, ...rows] = controls.replaceAll(/\s+/g, " ").split(" - **");
    for (const row of rows) {
        const [control = ""] = row.split("**");
        it(`${control}: names the titles of tests that hold it`, () => {
            const named = [...row.matchAll(/\]\(\.\.\/(tests\/[^)]+)\): "([^"]+)"/g)];
            expect(named).not.to.deep.equal([]);
            const missing = named.filter(
                ([, path = "", title = ""]) => !read(path).includes(`it("${title}", `),
            );
            expect(missing.map(([link]) => link)).to.deep.equal([]);
        });
    }

    it("are 21", () => {
        expect(rows).to.have.lengthOf(21);
    });
});
