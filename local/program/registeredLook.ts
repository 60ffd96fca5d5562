import type { Unwrap } from "@pulumi/pulumi";

import type { LoginStyle } from "../../components/loginStyle";

/** Colors of the sign-in page in one mode, each as `#rrggbb`. */
export interface PageColors {
    readonly main: string;
    readonly strong: string;
    readonly text: string;
    readonly form: string;
}

/** An image as an address that a page can show. */
export type ImageAddress = `data:${string}`;

/** The look of the sign-in page, where the program sets one instead of Cognito's. */
export interface Look {
    readonly light: PageColors;
    readonly dark: PageColors;
    readonly logo: { readonly light: ImageAddress; readonly dark: ImageAddress } | undefined;
    readonly favicon: ImageAddress | undefined;
}

interface ModeSettings {
    readonly primaryButton: {
        readonly defaults: { readonly backgroundColor: string; readonly textColor: string };
        readonly hover: { readonly backgroundColor: string };
    };
    readonly form: { readonly backgroundColor: string };
}

type Mode = "lightMode" | "darkMode";

interface Settings {
    readonly components: {
        readonly [Part in keyof ModeSettings]: Readonly<Record<Mode, ModeSettings[Part]>>;
    };
}

const mediaTypes: Readonly<Record<string, string>> = {
    ICO: "image/x-icon",
    JPEG: "image/jpeg",
    PNG: "image/png",
    SVG: "image/svg+xml",
    WEBP: "image/webp",
};

/**
 * Reads the look from the style that the program registered.
 *
 * @throws {Error} When a color or an image is not in Cognito's format
 */
export function readLook({ settings, assets = [] }: Unwrap<LoginStyle>): Look | undefined {
    if (settings === undefined) return undefined;
    const image = (category: string, mode: string) => {
        const asset = assets.find(
            ({ category: name, colorMode }) => name.startsWith(category) && colorMode === mode,
        );
        return asset?.bytes === undefined ? undefined : addressOf(asset.extension, asset.bytes);
    };
    const light = image("FORM_LOGO", "LIGHT");
    const dark = image("FORM_LOGO", "DARK");
    const parsed = JSON.parse(settings) as Settings;
    return {
        light: colorsOf(parsed, "lightMode"),
        dark: colorsOf(parsed, "darkMode"),
        logo: light && dark && { light, dark },
        favicon: image("FAVICON_", "LIGHT"),
    };
}

function colorsOf({ components }: Settings, mode: Mode): PageColors {
    const { defaults, hover } = components.primaryButton[mode];
    return {
        main: colorOf(defaults.backgroundColor),
        strong: colorOf(hover.backgroundColor),
        text: colorOf(defaults.textColor),
        form: colorOf(components.form[mode].backgroundColor),
    };
}

/** It becomes part of a style sheet, so nothing but a color may pass. */
function colorOf(value: string): string {
    if (!/^[0-9a-f]{6}ff$/.test(value)) throw new Error(`'${value}' is not a color of a style.`);
    return `#${value.slice(0, 6)}`;
}

function addressOf(extension: string, bytes: string): ImageAddress {
    const type = mediaTypes[extension];
    if (type === undefined || !/^[\w+/]+=*$/.test(bytes)) {
        throw new Error(`An image of kind '${extension}' cannot be shown.`);
    }
    return `data:${type};base64,${bytes}`;
}
