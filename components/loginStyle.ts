import type * as aws from "@pulumi/aws";

import type { Color } from "./color";
import { cognitoPalette, paletteOf, type Shades } from "./palette";

/** Kinds of images that Cognito's sign-in page can show. */
export type ImageKind = "ICO" | "JPEG" | "PNG" | "SVG" | "WEBP";

/** An image of the sign-in page. */
export interface BrandImage {
    readonly kind: ImageKind;
    /** The file, in base64. */
    readonly bytes: string;
}

/** What makes the sign-in page the company's own; what is left out is Cognito's. */
export interface Brand {
    /** Image above the form. */
    readonly logo?: BrandImage;
    /**
     * The same for a browser that prefers dark pages.
     *
     * @default `logo`
     */
    readonly darkLogo?: BrandImage;
    /** Icon of the browser's tab: ICO or SVG. */
    readonly favicon?: BrandImage;
    /** Color of buttons and links, which is readable on white. */
    readonly color?: Color;
}

/** What a style of the sign-in page consists of. */
export type LoginStyle = Pick<
    aws.cognito.ManagedLoginBrandingArgs,
    "assets" | "settings" | "useCognitoProvidedValues"
>;

type Asset = aws.types.input.cognito.ManagedLoginBrandingAsset;

/** Writes the style of the sign-in page for a brand; without one it is Cognito's own. */
export function loginStyle(brand: Brand): LoginStyle {
    if (Object.keys(brand).length === 0) return { useCognitoProvidedValues: true };
    const assets = assetsOf(brand);
    return {
        settings: JSON.stringify(settingsOf(brand)),
        ...(assets.length > 0 && { assets }),
    };
}

/** Each image for both modes, because Cognito accepts one for the mode `DYNAMIC` and does not show it. */
function assetsOf({ logo, darkLogo = logo, favicon }: Brand): Asset[] {
    const faviconCategory = favicon?.kind === "SVG" ? "FAVICON_SVG" : "FAVICON_ICO";
    return [
        ...asset("FORM_LOGO", "LIGHT", logo),
        ...asset("FORM_LOGO", "DARK", darkLogo),
        ...asset(faviconCategory, "LIGHT", favicon),
        ...asset(faviconCategory, "DARK", favicon),
    ];
}

function asset(category: string, colorMode: string, image: BrandImage | undefined): Asset[] {
    return image ? [{ category, colorMode, extension: image.kind, bytes: image.bytes }] : [];
}

/**
 * The settings by their names in Cognito's style, sorted as AWS returns them. All of them are stated for
 * every brand, because an update keeps those that it is not given. Source of the names: the default
 * style in CloudFormation's reference of `AWS::Cognito::ManagedLoginBranding`.
 */
function settingsOf({ logo, favicon, color }: Brand): object {
    const { light, dark } = color === undefined ? cognitoPalette : paletteOf(color);
    const both = (write: (shades: Shades) => object) => ({
        darkMode: write(dark),
        lightMode: write(light),
    });
    return {
        categories: { global: { colorSchemeMode: "DYNAMIC" } },
        componentClasses: {
            focusState: both(({ main }) => ({ borderColor: hex(main) })),
            link: both(({ main, strong }) => ({
                defaults: { textColor: hex(main) },
                hover: { textColor: hex(strong) },
            })),
            optionControls: both(({ main, text }) => ({
                selected: { backgroundColor: hex(main), foregroundColor: hex(text) },
            })),
        },
        components: {
            favicon: { enabledTypes: favicon ? [favicon.kind] : ["ICO", "SVG"] },
            form: {
                ...both(({ form, formBorder }) => ({
                    backgroundColor: hex(form),
                    borderColor: hex(formBorder),
                })),
                logo: {
                    enabled: logo !== undefined,
                    formInclusion: "IN",
                    location: "CENTER",
                    position: "TOP",
                },
            },
            primaryButton: both(({ main, strong, text }) => ({
                active: { backgroundColor: hex(strong), textColor: hex(text) },
                defaults: { backgroundColor: hex(main), textColor: hex(text) },
                hover: { backgroundColor: hex(strong), textColor: hex(text) },
            })),
            secondaryButton: both(({ main, strong, form, hovered, pressed }) => ({
                active: outlined(pressed, strong),
                defaults: outlined(form, main),
                hover: outlined(hovered, strong),
            })),
        },
    };
}

function outlined(background: string, color: string): object {
    return { backgroundColor: hex(background), borderColor: hex(color), textColor: hex(color) };
}

/** With its opacity and without `#`, as Cognito writes colors. */
function hex(color: string): string {
    return `${color.slice(1)}ff`;
}
