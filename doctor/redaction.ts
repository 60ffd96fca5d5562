/**
 * Makes a function that takes secrets out of a text, in whatever form a server may echo them, and
 * then what would trouble a terminal.
 */
export function redaction(secrets: readonly (string | undefined)[]): (text: string) => string {
    const forms = secrets
        .filter((secret): secret is string => secret !== undefined && secret !== "")
        .flatMap((secret) => [
            secret,
            encodeURIComponent(secret),
            JSON.stringify(secret).slice(1, -1),
        ])
        // Or a short one would break a longer one that holds it.
        .sort((one, other) => other.length - one.length);
    return (text) => {
        const without = forms.reduce((left, form) => left.replaceAll(form, "[redacted]"), text);
        return (
            without
                // Any token, be it one that nobody gave us.
                .replace(/eyJ[\w-]+(\.[\w-]+){0,4}/g, "[redacted]")
                .replace(/Basic [\w+/=-]+/gi, "Basic [redacted]")
                .replace(/[^\P{C}\n]/gu, "\u{FFFD}")
        );
    };
}

/** Shortens a text; to be done last, for half a secret is not found. */
export function shortened(text: string): string {
    const longest = 300;
    return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
