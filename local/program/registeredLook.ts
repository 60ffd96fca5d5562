import type { RegisteredResource } from "./evaluate";

/** Colors of the sign-in page in one mode, each as `#rrggbb`. */
export interface PageColors {
    readonly main: string;
    readonly strong: string;
    readonly text: string;
    readonly form: string;
}

/** An image as an address that a page can show. */
export type ImageAddress = `data:${string}`;

/** How the program has the sign-in page look, where it does not leave that to Cognito. */
export interface Look {
    readonly light: PageColors;
    readonly dark: PageColors;
    readonly logo: { readonly light: ImageAddress; readonly dark: ImageAddress } | undefined;
    readonly favicon: ImageAddress | undefined;
}

interface StyleState {
    readonly settings?: string;
    readonly assets?: readonly {
        readonly category: string;
        readonly colorMode: string;
        readonly extension: string;
        readonly bytes: string;
    }[];
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
 * Reads the look off the style that the program registered.
 *
 * @throws {Error} When a color or an image in it is of another form than Cognito's
 */
export function readLook({ state }: RegisteredResource): Look | undefined {
    const { settings, assets = [] } = state as StyleState;
    if (settings === undefined) return undefined;
    const image = (category: string, mode: string) => {
        const found = assets.find(
            (one) => one.category.startsWith(category) && one.colorMode === mode,
        );
        return found && addressOf(found.extension, found.bytes);
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
