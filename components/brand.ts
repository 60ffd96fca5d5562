import type { Color } from "./color";

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
