import { expect } from "chai";
import { load } from "js-yaml";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const guides = readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
const documents = ["README.md", "CHANGELOG.md", "SECURITY.md", ...guides];

const withoutCode = (text: string) => text.replace(/^ *```.*?^ *```/gms, "");

/** The anchors that GitHub gives to the headings of a document. */
function anchors(path: string): string[] {
    const headings = withoutCode(read(path)).matchAll(/^#+ (.*)$/gm);
    return [...headings].map(([, heading = ""]) =>
        heading
            .toLowerCase()
            .replace(/[^\p{L}\p{N}_\- ]/gu, "")
            .replaceAll(" ", "-"),
    );
}

/** The links of a document to files of the project. */
function links(path: string): string[] {
    const targets = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, target = ""]) => target,
    );
    return targets.filter((target) => !target.startsWith("https://"));
}

function isBroken(path: string, link: string): boolean {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchors(target).includes(anchor);
}

describe("The documents", () => {
    for (const path of documents) {
        it(`${path} has links and anchors that exist`, () => {
            expect(links(path).filter((link) => isBroken(path, link))).to.deep.equal([]);
        });

        it(`${path} has at most 2,400 words`, () => {
            expect(read(path).trim().split(/\s+/).length).to.be.at.most(2_400);
        });

        it(`${path} marks no command as not run, which docs/proof.md lists`, () => {
            expect(read(path)).not.to.include("[not run]");
        });
    }

    it("begin with a README of at most 170 lines", () => {
        expect(read("README.md").trimEnd().split("\n").length).to.be.at.most(170);
    });

    it("have a command under each symptom, and no table that a phone cuts", () => {
        const [, ...symptoms] = read("docs/broken.md").split(/^### /m);
        expect(symptoms.filter((symptom) => !symptom.includes("```sh\n"))).to.deep.equal([]);
        expect(read("docs/broken.md")).not.to.match(/^\|/m);
    });

    it("are all on the landing page, which the README names", () => {
        const landing = "docs/README.md";
        const named = links(landing).map((link) => join("docs", link));
        expect(links("README.md")).to.include(landing);
        expect(documents.filter((path) => path !== landing && !named.includes(path))).to.be.empty;
    });

    it("have a row in docs/configuration.md for every key of Pulumi.yaml", () => {
        const { config } = load(read("Pulumi.yaml")) as {
            readonly config: Readonly<Record<string, unknown>>;
        };
        const text = read("docs/configuration.md");
        expect(documentedKeys(text)).to.have.members(Object.keys(config));
    });
});

/** The keys in the tables whose first column is called key, but for the AWS provider's. */
function documentedKeys(text: string): string[] {
    const tables = text.split("\n\n").filter((block) => block.trimStart().startsWith("| key "));
    const rows = tables.flatMap((table) => [...table.matchAll(/^\| `([^`]+)`/gm)]);
    return rows.map(([, key = ""]) => key).filter((key) => !key.startsWith("aws:"));
}
