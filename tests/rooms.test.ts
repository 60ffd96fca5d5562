import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const root = join(__dirname, "..");

/** What each folder of the source, and `index.ts`, imports from the others: floor by floor from the top. */
const floors: readonly Readonly<Record<string, readonly string[]>>[] = [
    {
        index: ["components", "config", "prerequisites"],
        local: ["commandLine", "components", "config", "flexai"],
    },
    { prerequisites: ["commandLine", "components", "config"] },
    {
        config: ["commandLine", "components", "flexai"],
        doctor: ["commandLine", "components", "flexai"],
    },
    { components: ["commandLine", "flexai", "functions"] },
    { commandLine: [], flexai: [], functions: [] },
];
const rooms: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
    floors.flatMap((floor) => Object.entries(floor)),
);

function filesOf(room: string): string[] {
    if (room === "index") return ["index.ts"];
    return readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
        .filter((path) => /\.tsx?$/.test(path))
        .map((path) => posix.join(room, path));
}

/** The other rooms that the files of a room import from. */
function importsOf(room: string): string[] {
    const imports = filesOf(room).flatMap((path) =>
        [...readFileSync(join(root, path), "utf8").matchAll(/\bfrom "(\.[^"]+)"/g)].map(
            ([, target = ""]) => posix.join(posix.dirname(path), target).split("/")[0] ?? "",
        ),
    );
    return [...new Set(imports)].filter((other) => other !== room).sort();
}

describe("The rooms of the source", () => {
    it("are all the folders that hold some", () => {
        const others = ["docs", "node_modules", "tests"];
        const folders = readdirSync(root, { withFileTypes: true })
            .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
            .map(({ name }) => name)
            .filter((name) => !others.includes(name));
        expect([...folders, "index"].sort()).to.deep.equal(Object.keys(rooms).sort());
    });

    for (const [index, floor] of floors.entries()) {
        const below = floors.slice(index + 1).flatMap((lower) => Object.keys(lower));
        for (const [room, imports] of Object.entries(floor)) {
            it(`${room} imports from ${imports.join(", ") || "no other"}`, () => {
                expect(importsOf(room)).to.deep.equal(imports);
                expect(below).to.include.members([...imports]);
            });
        }
    }

    it("are ten at most on five floors, with nineteen arrows between them", () => {
        expect(Object.keys(rooms).length).to.be.at.most(10);
        expect(floors.length).to.be.at.most(5);
        expect(Object.values(rooms).flat().length).to.be.at.most(19);
    });
});
