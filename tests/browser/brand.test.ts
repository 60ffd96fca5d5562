import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { paletteOf } from "../../components/palette";
import { NpmStart, type Report } from "../local/support/npmStart";
import { violations } from "./accessibility";
import { openTab } from "./chromium";
import { brandOption, sampleBrand } from "./brand";
import { focusIsVisible, overflow } from "./looks";
import { personWith, signIn } from "./person";
import { runningChromium } from "./runningChromium";

describe("the sign-in page of the try-out with a brand", () => {
    let run: NpmStart;
    let start: Report;
    let browser: Browser;
    before(async () => {
        run = new NpmStart(["--json", "--port", "0", ...brandOption, "--config", "mfa=required"]);
        [start, browser] = await Promise.all([run.report(), runningChromium()]);
    });
    after(() => run.end());

    async function open(width: number, colorScheme: "light" | "dark") {
        const options = { viewport: { width, height: 800 }, colorScheme };
        const { page } = await openTab(browser, start, options);
        const complaints: string[] = [];
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(new URL("/sign-in", start.page).href);
        return { page, complaints };
    }

    const colorsOf = (page: Page, selector: string) =>
        page.locator(selector).evaluate((element) => {
            const { color, backgroundColor } = getComputedStyle(element);
            return { color, backgroundColor };
        });

    for (const scheme of ["light", "dark"] as const) {
        for (const width of [1280, 320]) {
            it(`has its logo and color in a ${scheme} scheme, ${String(width)} pixels wide`, async () => {
                const { page, complaints } = await open(width, scheme);
                const logo = page.locator("img.logo");
                const [source, drawn] = await logo.evaluate((image: HTMLImageElement) => [
                    image.currentSrc.slice(0, 14),
                    image.complete && image.naturalWidth > 0,
                ]);
                expect(source).to.equal(scheme === "light" ? "data:image/svg" : "data:image/png");
                expect(drawn).to.equal(true);
                expect((await logo.boundingBox())?.width).to.be.within(100, width);
                const { main, text } = paletteOf(sampleBrand.color)[scheme];
                expect(await colorsOf(page, "button[type=submit]")).to.deep.equal({
                    color: rgb(text),
                    backgroundColor: rgb(main),
                });
                expect(await violations(page, ["target-size"])).to.deep.equal([]);
                expect(await overflow(page)).to.equal(0);
                expect(complaints).to.deep.equal([]);
                await page.context().close();
            });
        }
    }

    it("shows where one is", async () => {
        const { page } = await open(1000, "dark");
        await page.keyboard.press("Tab");
        expect(await focusIsVisible(page)).to.equal(true);
        await page.context().close();
    });

    it("is followed by a page for the code that looks alike, and by flexAI's own look", async () => {
        const { page } = await openTab(browser, start, {});
        await page.goto(start.page);
        await signIn(page, personWith("flexai-manager", start));
        expect(new URL(page.url()).pathname).to.equal("/mfa");
        expect(await page.locator("img.logo").count()).to.equal(1);
        expect((await colorsOf(page, "button[type=submit]")).backgroundColor).to.equal(
            rgb(sampleBrand.color),
        );
        expect(await violations(page, ["target-size"])).to.deep.equal([]);
        await page.goto(start.page);
        expect(await page.locator("img.logo").count()).to.equal(0);
        await page.context().close();
    });
});

function rgb(color: string): string {
    const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    return `rgb(${channels.join(", ")})`;
}
