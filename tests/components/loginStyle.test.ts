import { expect } from "chai";
import * as fc from "fast-check";

import { type Brand, loginStyle } from "../../components/loginStyle";

const logo = { kind: "SVG", bytes: "bG9nbw==" } as const;
const darkLogo = { kind: "PNG", bytes: "ZGFyaw==" } as const;
const ico = { kind: "ICO", bytes: "aWNv" } as const;
const settingsOf = (brand: Brand) => JSON.parse(loginStyle(brand).settings as string) as object;
const light = { form: "ffffffff", text: "ffffffff", hovered: "f4f4f4ff", pressed: "ebebf0ff" };
const dark = { form: "0f1b2aff", text: "000716ff", hovered: "192534ff", pressed: "354150ff" };

/** The settings for a color and its three companions. */
function settings(
    [main, strong, darkMain, darkStrong]: readonly string[],
    logoEnabled: boolean,
    enabledTypes: string[],
    grounds = { light, dark },
) {
    const both = (
        write: (shades: typeof light & { main?: string; strong?: string }) => object,
    ) => ({
        darkMode: write({ ...grounds.dark, main: darkMain ?? "", strong: darkStrong ?? "" }),
        lightMode: write({ ...grounds.light, main: main ?? "", strong: strong ?? "" }),
    });
    const outlined = (backgroundColor: string, color = "") => ({
        backgroundColor,
        borderColor: color,
        textColor: color,
    });
    return {
        categories: { global: { colorSchemeMode: "DYNAMIC" } },
        componentClasses: {
            focusState: both(({ main }) => ({ borderColor: main })),
            link: both(({ main, strong }) => ({
                defaults: { textColor: main },
                hover: { textColor: strong },
            })),
            optionControls: both(({ main, text }) => ({
                selected: { backgroundColor: main, foregroundColor: text },
            })),
        },
        components: {
            favicon: { enabledTypes },
            form: {
                darkMode: { backgroundColor: "0f1b2aff", borderColor: "424650ff" },
                lightMode: { backgroundColor: "ffffffff", borderColor: "c6c6cdff" },
                logo: {
                    enabled: logoEnabled,
                    formInclusion: "IN",
                    location: "CENTER",
                    position: "TOP",
                },
            },
            primaryButton: both(({ main, strong, text }) => ({
                active: { backgroundColor: strong, textColor: text },
                defaults: { backgroundColor: main, textColor: text },
                hover: { backgroundColor: strong, textColor: text },
            })),
            secondaryButton: both(({ main, strong, form, hovered, pressed }) => ({
                active: outlined(pressed, strong),
                defaults: outlined(form, main),
                hover: outlined(hovered, strong),
            })),
        },
    };
}

const cognito = ["0972d3ff", "033160ff", "539fe5ff", "89bdeeff"];
const cognitoGrounds = { light: { ...light, hovered: "f2f8fdff", pressed: "d3e7f9ff" }, dark };
const blue = ["0a58caff", "073e8dff", "2e7ff5ff", "79adf9ff"];

describe("The style of the sign-in page", () => {
    it("is Cognito's own without a brand", () => {
        expect(loginStyle({})).to.deep.equal({ useCognitoProvidedValues: true });
    });

    it("has the color of the brand, and a lighter one of its hue on dark pages", () => {
        expect(loginStyle({ color: "#0a58ca" })).to.have.all.keys("settings");
        expect(settingsOf({ color: "#0a58ca" })).to.deep.equal(
            settings(blue, false, ["ICO", "SVG"]),
        );
    });

    it("has a logo for both modes, since one for either is not shown", () => {
        expect(loginStyle({ logo }).assets).to.deep.equal([
            { category: "FORM_LOGO", colorMode: "LIGHT", extension: "SVG", bytes: "bG9nbw==" },
            { category: "FORM_LOGO", colorMode: "DARK", extension: "SVG", bytes: "bG9nbw==" },
        ]);
        expect(settingsOf({ logo })).to.deep.equal(
            settings(cognito, true, ["ICO", "SVG"], cognitoGrounds),
        );
    });

    it("has another logo on dark pages, and an icon", () => {
        const brand = { logo, darkLogo, favicon: ico, color: "#0a58ca" };
        expect(loginStyle(brand).assets).to.deep.equal([
            { category: "FORM_LOGO", colorMode: "LIGHT", extension: "SVG", bytes: "bG9nbw==" },
            { category: "FORM_LOGO", colorMode: "DARK", extension: "PNG", bytes: "ZGFyaw==" },
            { category: "FAVICON_ICO", colorMode: "LIGHT", extension: "ICO", bytes: "aWNv" },
            { category: "FAVICON_ICO", colorMode: "DARK", extension: "ICO", bytes: "aWNv" },
        ]);
        expect(settingsOf(brand)).to.deep.equal(settings(blue, true, ["ICO"]));
    });

    it("has an icon in SVG under its own category", () => {
        const { assets } = loginStyle({ favicon: logo });
        expect(assets).to.deep.equal([
            { category: "FAVICON_SVG", colorMode: "LIGHT", extension: "SVG", bytes: "bG9nbw==" },
            { category: "FAVICON_SVG", colorMode: "DARK", extension: "SVG", bytes: "bG9nbw==" },
        ]);
        expect(settingsOf({ favicon: logo })).to.deep.equal(
            settings(cognito, false, ["SVG"], cognitoGrounds),
        );
    });

    it("states the same settings for every brand, since an update keeps what it is not given", () => {
        const images = fc.option(fc.constantFrom(logo, darkLogo, ico), { nil: undefined });
        const brands = fc.record({
            logo: images,
            favicon: images,
            color: fc.constantFrom("#0a58ca", undefined),
        });
        const expected = paths(settingsOf({ color: "#0a58ca" }));
        fc.assert(
            fc.property(brands, (parts) => {
                const given = Object.entries(parts).filter(([, part]) => part !== undefined);
                if (given.length === 0) return;
                expect(paths(settingsOf(Object.fromEntries(given)))).to.deep.equal(expected);
            }),
        );
    });

    it("is written as AWS returns it: its keys are sorted", () => {
        const { settings: written } = loginStyle({ logo, color: "#0a58ca" });
        expect(written).to.equal(JSON.stringify(sorted(JSON.parse(written as string))));
    });
});

function paths(value: unknown, at = ""): string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [at];
    return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`));
}

function sorted(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
