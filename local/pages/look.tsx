import type { Look, PageColors } from "../program/registeredLook";

/** Writes the style of a page with that look, which follows the style of every page. */
export function lookStyle({ light, dark }: Look): string {
    return (
        `:root { ${properties(light)} }\n` +
        `@media (prefers-color-scheme: dark) { :root { ${properties(dark)} } }\n` +
        ".logo { display: block; width: auto; max-width: 100%; max-height: 6rem; margin: 0 auto 1rem; }"
    );
}

function properties({ main, strong, text, form }: PageColors): string {
    return (
        `--link: ${main}; --focus: ${main}; --button: ${main}; --button-hover: ${strong};` +
        ` --button-text: ${text}; --card: ${form}; --field: ${form};`
    );
}

/** The top of a card: the brand's logo, for light and for dark pages, or else a keyhole. */
export function Mark({ logo }: { readonly logo?: Look["logo"] }) {
    if (logo === undefined) {
        return (
            <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
                <rect width="48" height="48" rx="13" fill="currentColor" />
                <path d="M24 12a7 7 0 0 0-3.5 13.1L18.5 36h11l-2-10.9A7 7 0 0 0 24 12z" />
            </svg>
        );
    }
    return (
        <picture>
            <source srcset={logo.dark} media="(prefers-color-scheme: dark)" />
            <img class="logo" src={logo.light} alt="" />
        </picture>
    );
}
