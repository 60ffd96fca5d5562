import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { loginStyle } from "../../components/loginStyle";
import { readOptions } from "../../local/options";
import { readLook } from "../../local/program/registeredLook";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { Browser } from "./support/browser";
import { authorizationUrl } from "./support/requests";

const images = "tests/support/brand";
const brand = {
    logo: `${images}/logo.svg`,
    darkLogo: `${images}/dark-logo.png`,
    favicon: `${images}/favicon.ico`,
    color: "#7c2d12",
};
const addressOf = (type: string, file: string) =>
    `data:${type};base64,${readFileSync(join(process.cwd(), file)).toString("base64")}`;
const differs = "Logo and colors are those of your brand. Cognito's page has another layout.";

async function signInPage(config: Readonly<Record<string, string>>) {
    const tryOut: TryOut = await startTryOut({ stack: "dev", port: 0, config });
    try {
        const { text, response } = await new Browser().open(authorizationUrl(tryOut.outputs));
        const start = await (await fetch(tryOut.page)).text();
        const html = text.replaceAll("&#39;", "'").replace(/\s+/g, " ");
        const styles = [...text.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css = ""]) => css);
        return { html, styles, policy: response.headers.get("content-security-policy"), start };
    } finally {
        await tryOut.close();
    }
}

const policyFor = (styles: readonly string[]) =>
    [
        "default-src 'none'",
        `style-src ${styles
            .map((css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`)
            .join(" ")}`,
        "img-src data:",
        "form-action",
    ].join("; ");

describe("npm start with a brand", function () {
    this.timeout(60_000);

    it("shows logo, dark logo, icon and color on the sign-in page alone, and says what differs", async () => {
        const { html, styles, policy, start } = await signInPage({ brand: JSON.stringify(brand) });
        const logo = addressOf("image/svg+xml", brand.logo);
        const darkLogo = addressOf("image/png", brand.darkLogo);
        expect(html).to.include(`<img class="logo" src="${logo}" alt=""/>`);
        expect(html).to.include(
            `<source srcset="${darkLogo}" media="(prefers-color-scheme: dark)"/>`,
        );
        expect(html).to.include(
            `<link rel="icon" href="${addressOf("image/x-icon", brand.favicon)}"/>`,
        );
        expect(html).to.include(differs);
        expect(styles).to.have.lengthOf(2);
        expect(styles[1]).to.match(
            /^:root \{ --link: #7c2d12;.*\n.*dark\) \{ :root \{ --link: #e05627;/,
        );
        expect(policy).to.match(/form-action [^;]*; frame-ancestors 'none'; base-uri 'none'$/);
        expect(policy?.slice(0, policy.indexOf(" 'self'"))).to.equal(policyFor(styles));
        expect(start).not.to.include("7c2d12");
        expect(start).not.to.include('class="logo"');
    });

    it("shows the sample of the documents, whose file is in the project", async () => {
        const guide = readFileSync(join(process.cwd(), "docs/brand.md"), "utf8");
        const [, given = ""] = /npm start -- --config '(brand=[^']+)'/.exec(guide) ?? [];
        const { config } = readOptions(["--config", given], {});
        const { html, styles } = await signInPage(config);
        expect(html).to.include(`src="${addressOf("image/svg+xml", brand.logo)}"`);
        expect(styles[1]).to.match(/^:root \{ --link: #7c2d12;/);
    });

    it("shows nothing of it without one", async () => {
        const { html, styles, policy } = await signInPage({});
        expect(html).not.to.include("<img");
        expect(html).not.to.include(differs);
        expect(html).to.include('<link rel="icon" href="data:,"/>');
        expect(styles).to.have.lengthOf(1);
        expect(policy?.slice(0, policy.indexOf(" 'self'"))).to.equal(policyFor(styles));
    });

    it("refuses a color that nobody can read before it serves anything", async () => {
        const attempt = startTryOut({
            stack: "dev",
            port: 0,
            config: { brand: JSON.stringify({ color: "#ffcc00" }) },
        });
        const error = await attempt.then(
            () => undefined,
            (thrown: unknown) => thrown as Error,
        );
        const message = error?.message.replaceAll(/\s+/g, " ");
        expect(message).to.include("contrast of 1.51:1");
        expect(message).to.include("Set 'brand.color' to \"#8f7200\" in --config brand");
    });
});

describe("The look of a registered style", () => {
    const look = (style: object) => readLook(style);
    const logo = { kind: "PNG", bytes: "bG9nbw==" } as const;

    it("is read off what Cognito would get", () => {
        expect(look(loginStyle({ logo, color: "#0a58ca" }))).to.deep.equal({
            light: { main: "#0a58ca", strong: "#073e8d", text: "#ffffff", form: "#ffffff" },
            dark: { main: "#2e7ff5", strong: "#79adf9", text: "#000716", form: "#0f1b2a" },
            logo: {
                light: "data:image/png;base64,bG9nbw==",
                dark: "data:image/png;base64,bG9nbw==",
            },
            favicon: undefined,
        });
        expect(look(loginStyle({}))).to.equal(undefined);
    });

    it("is nothing that could be more than a color or an image", () => {
        const { settings, assets } = loginStyle({ logo, color: "#0a58ca" });
        const evil = (settings as string).replaceAll("0a58caff", "red}*{x:y");
        expect(() => look({ settings: evil })).to.throw("is not a color of a style");
        const [asset] = assets as object[];
        for (const change of [{ bytes: 'a"' }, { extension: "HTML" }]) {
            const other = { ...asset, ...change };
            expect(() => look({ settings, assets: [other] })).to.throw("cannot be shown");
        }
    });
});
