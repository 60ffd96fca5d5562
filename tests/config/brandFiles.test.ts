import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { Brand } from "../../components/loginStyle";
import { checkBrand } from "../../config/brand";
import { projectFolder } from "../../config/imageFile";
import { Problems } from "../../config/problems";
import { Setting } from "../../config/setting";
import { problems } from "../support/configuration";
import { ico, icoOf, jpeg, png, pngOf, webp } from "../support/images";
import { run } from "../support/program";

const edit = ". Write the path of a file in the project, such as ./logo.png, in Pulumi.prod.yaml";

describe("A file of the brand", () => {
    let parent: string;
    let folder: string;
    before(() => {
        parent = mkdtempSync(join(tmpdir(), "brand-"));
        folder = join(parent, "project");
        mkdirSync(join(folder, "images.png"), { recursive: true });
        const put = (name: string, content: string | Buffer) => {
            writeFileSync(join(folder, name), content);
        };
        put("logo.txt", png);
        put("photo", jpeg);
        put("photo.webp", webp);
        put("tab.png", ico);
        put("..logo.png", png);
        put("empty.png", "");
        put("text.png", "a");
        put("cut.png", png.subarray(0, 30));
        put("animation.png", "GIF89a");
        put("page.svg", "<html/>");
        put("hostile.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
        put("latin1.svg", Buffer.from("<svg>\xe4</svg>", "latin1"));
        put("large.png", Buffer.concat([png, Buffer.alloc(1_000_001 - png.length)]));
        put("most.png", Buffer.concat([png, Buffer.alloc(1_000_000 - png.length)]));
        put("wide.png", pngOf([16_000, 16_000]));
        put("square.png", pngOf([5000, 5000]));
        put("high.ico", icoOf([4000, 4000], [3001, 3000]));
        put("half.png", Buffer.concat([png, Buffer.alloc(700_000)]));
        writeFileSync(join(parent, "secret.png"), png);
        symlinkSync(join(parent, "secret.png"), join(folder, "out.png"));
        symlinkSync(parent, join(folder, "up"));
        symlinkSync("logo.txt", join(folder, "in.png"));
        symlinkSync("nowhere", join(folder, "dangling.png"));
        symlinkSync("loop.png", join(folder, "loop.png"));
    });
    after(() => {
        rmSync(parent, { recursive: true });
    });

    /** Checks a brand whose paths begin in the folder. */
    async function check(value: unknown): Promise<{ brand: Brand; refusals: string[] }> {
        let brand: Brand = {};
        const { error } = await run(() => {
            const found = new Problems();
            const name = { namespace: "", path: "brand", nested: false };
            brand = checkBrand(new Setting(name, value, found), folder);
            found.report();
            return {};
        });
        const refusals =
            error === undefined ? [] : (error as Error).message.split("\n  - ").slice(1);
        return { brand, refusals };
    }

    for (const [field, path, kind] of [
        ["logo", "logo.txt", "PNG"],
        ["logo", "./photo", "JPEG"],
        ["logo", "photo.webp", "WEBP"],
        ["logo", "in.png", "PNG"],
        ["logo", "images.png/../logo.txt", "PNG"],
        ["logo", "..logo.png", "PNG"],
        ["favicon", "tab.png", "ICO"],
        ["logo", "square.png", "PNG"],
    ] as const) {
        it(`is ${kind} by its content: ${path}`, async () => {
            const { brand, refusals } = await check({ [field]: path });
            expect(refusals).to.deep.equal([]);
            expect(brand[field]?.kind).to.equal(kind);
        });
    }

    const kinds = "not one of: PNG, JPEG, WEBP, SVG. Name a file of one of these kinds";
    const outside =
        "leads out of the project. Copy the file into the project, and write its path there";
    const drawing =
        "an SVG must be a plain drawing. Export it as plain SVG, or name a file of the kind";
    for (const [path, problem] of [
        ["none.png", "is not there, in FOLDER. Write"],
        ["logo.txt/x", "is not there, in FOLDER. Write"],
        ["dangling.png", "is not there, in FOLDER. Write"],
        ["~/logo.png", "is not there, in FOLDER. Write"],
        ["logo\u200b.txt", "is not there, in FOLDER. Write"],
        ["loop.png", "cannot be read (ELOOP). Write"],
        ["a".repeat(300), "cannot be read (ENAMETOOLONG). Write"],
        ["a\0", "cannot be read (ERR_INVALID_ARG_VALUE). Write"],
        ["images.png", "is a folder, not a file. Write"],
        [".", "is a folder, not a file. Write"],
        ["../secret.png", outside],
        ["out.png", outside],
        ["up/secret.png", outside],
        ["..", outside],
        ["/etc/hostname", outside],
        ["/dev/null", outside],
        ["empty.png", `is by its content no whole image, ${kinds}`],
        ["text.png", `is by its content no whole image, ${kinds}`],
        ["cut.png", `is by its content no whole image, ${kinds}`],
        ["animation.png", `is by its content no whole image, ${kinds}`],
        ["page.svg", `is by its content no whole image, ${kinds}`],
        ["tab.png", `is ICO, ${kinds}`],
        ["hostile.svg", `has the attribute onload; ${drawing} PNG`],
        ["latin1.svg", `is not in UTF-8; ${drawing} PNG`],
        [
            "wide.png",
            "has 256,000,000 pixels in all frames and passes, and 25,000,000 are accepted. Make",
        ],
        ["large.png", "has 1000001 bytes, and Cognito accepts 1000000. Make"],
        ["", "is empty. Write"],
        [" \n", "is empty. Write"],
    ] as const) {
        it(`is refused: ${JSON.stringify(path).slice(0, 40)}`, async () => {
            const { refusals, brand } = await check({ logo: path });
            expect(refusals).to.have.lengthOf(1);
            expect(refusals[0]).to.include(problem.replace("FOLDER", folder));
            expect(brand).to.deep.equal({});
        });
    }

    it("is no icon unless it is ICO or SVG", async () => {
        const { refusals } = await check({ favicon: "logo.txt" });
        expect(refusals[0]).to.include(
            "'brand.favicon' value 'logo.txt' is PNG, not one of: ICO, SVG",
        );
    });

    it("may have 25 million pixels, an icon too", async () => {
        const { refusals } = await check({ favicon: "high.ico" });
        expect(refusals).to.deep.equal([
            "'brand.favicon' value 'high.ico' has 25,003,000 pixels in all frames and passes, and 25,000,000 are" +
                " accepted. Make the image smaller, or write the path of another in Pulumi.prod.yaml",
        ]);
    });

    it("may have a million bytes, and all together two, as a request has them", async () => {
        expect((await check({ logo: "half.png" })).refusals).to.deep.equal([]);
        const { refusals } = await check({ logo: "most.png" });
        expect(refusals).to.have.lengthOf(1);
        expect(refusals[0]).to.match(
            /^'brand' makes a request of 26\d{5} bytes, and Cognito accepts 2000000\./,
        );
    });

    for (const logo of [1, true, ["logo.txt"], { path: "logo.txt" }, null]) {
        it(`is not ${JSON.stringify(logo)}`, async () => {
            const { refusals } = await check({ logo });
            expect(refusals).to.have.lengthOf(1);
            expect(refusals[0]).to.match(/is (a number|a boolean|a list|an object|empty)/);
        });
    }

    it("is looked for where Pulumi.yaml is", async () => {
        expect(projectFolder).to.equal(process.cwd());
        expect(await problems({ brand: { logo: "none.png" } })).to.deep.equal([
            `'flexai-oidc:brand.logo' value 'none.png' is not there, in ${projectFolder}${edit}`,
        ]);
    });
});
