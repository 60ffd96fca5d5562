import { expect } from "chai";
import { load } from "js-yaml";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { documents } from "./support/documents";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

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

/** The links of a document to files of the project, and its pictures. */
function links(path: string): string[] {
    const targets = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
        ([, target, picture = ""]) => target ?? picture,
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
    for (const { path, text } of documents) {
        it(`${path} has links and anchors that exist`, () => {
            expect(links(path).filter((link) => isBroken(path, link))).to.deep.equal([]);
        });

        it(`${path} has at most 2,400 words`, () => {
            expect(text.trim().split(/\s+/).length).to.be.at.most(2_400);
        });

        it(`${path} leaves it to README.md and docs/proof.md to say what never ran`, () => {
            const said = ["README.md", "docs/proof.md"].includes(path) ? 1 : 0;
            expect(text.match(/\b(?:run|ran|tried) (?:on|against) AWS\b/g) ?? []).to.have.lengthOf(
                said,
            );
        });
    }

    it("have every heading that a message of the program, the try-out or the doctor names", () => {
        const folders = ["components", "config", "doctor", "local", "prerequisites"];
        const named = folders.flatMap((folder) =>
            readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
                .filter((name) => /\.tsx?$/.test(name))
                .flatMap(
                    (name) => read(join(folder, name)).match(/docs\/[a-z-]+\.md[#\w-]*/g) ?? [],
                ),
        );
        expect(named).to.include("docs/domain.md");
        expect(named.filter((link) => isBroken("README.md", link))).to.deep.equal([]);
    });

    it("begin with a README of at most 170 lines", () => {
        expect(read("README.md").trimEnd().split("\n").length).to.be.at.most(170);
    });

    it("have each heading that the doctor names", () => {
        const sources = readdirSync(join(root, "doctor"), { recursive: true, encoding: "utf8" });
        const named = sources
            .filter((path) => path.endsWith(".ts"))
            .flatMap((path) => read(join("doctor", path)).match(/docs\/[\w-]+\.md#[\w-]+/g) ?? []);
        expect(named).to.have.length.above(10);
        expect(named.filter((link) => isBroken("README.md", link))).to.deep.equal([]);
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
        const others = documents.map(({ path }) => path).filter((path) => path !== landing);
        expect(others.filter((path) => !named.includes(path))).to.be.empty;
    });

    it("have a heading in docs/configuration.md for every key of Pulumi.yaml", () => {
        const { config } = load(read("Pulumi.yaml")) as {
            readonly config: Readonly<Record<string, unknown>>;
        };
        const headings = read("docs/configuration.md").matchAll(/^### (\w+)$/gm);
        expect([...headings].map(([, key]) => key)).to.have.members(Object.keys(config));
    });
});
