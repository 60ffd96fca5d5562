import { type Color, lighter, readable } from "./color";

/** Colors of the sign-in page in one of its two modes. */
export interface Shades {
    /** Of the primary button, of links, of what is in focus or selected. */
    readonly main: Color;
    /** The same under the pointer. */
    readonly strong: Color;
    /** Text on those two. */
    readonly text: Color;
    /** The form, on which links and secondary buttons stand. */
    readonly form: Color;
    readonly formBorder: Color;
    /** Secondary buttons under the pointer, and pressed. */
    readonly hovered: Color;
    readonly pressed: Color;
}

/** Colors of the sign-in page in a browser that prefers light pages, and in one that prefers dark ones. */
export interface Palette {
    readonly light: Shades;
    readonly dark: Shades;
}

/**
 * Cognito's own. Source: the default style in CloudFormation's reference of
 * `AWS::Cognito::ManagedLoginBranding`.
 */
export const cognitoPalette: Palette = {
    light: {
        main: "#0972d3",
        strong: "#033160",
        text: "#ffffff",
        form: "#ffffff",
        formBorder: "#c6c6cd",
        hovered: "#f2f8fd",
        pressed: "#d3e7f9",
    },
    dark: {
        main: "#539fe5",
        strong: "#89bdee",
        text: "#000716",
        form: "#0f1b2a",
        formBorder: "#424650",
        hovered: "#192534",
        pressed: "#354150",
    },
};

/**
 * Makes a palette of a color that is readable on a white form. No color is readable on a white and on
 * a dark form, so the dark mode has a lighter one of the same hue, as Cognito's own style has.
 */
export function paletteOf(color: Color): Palette {
    const { light, dark } = cognitoPalette;
    // Cognito's are tinted with its own blue.
    const grey = { hovered: "#f4f4f4", pressed: "#ebebf0" };
    const onDark = readable(color, dark.form, "lighter");
    return {
        light: {
            ...light,
            ...grey,
            main: color,
            strong: readable(lighter(color, -0.3), grey.pressed, "darker"),
        },
        dark: {
            ...dark,
            main: onDark,
            strong: readable(lighter(onDark, 0.3), dark.pressed, "lighter"),
        },
    };
}
