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

/** The logo at the top of the form, for light and for dark pages. */
export function Logo({ logo }: { readonly logo: Look["logo"] }) {
    return logo === undefined ? null : (
        <picture>
            <source srcset={logo.dark} media="(prefers-color-scheme: dark)" />
            <img class="logo" src={logo.light} alt="" />
        </picture>
    );
}
