/** Characters of a regular expression; of a longer secret only exact copies are found. */
const longestPattern = 10_000;

/**
 * Returns a function that removes secrets from a string, in whatever form a server may send them
 * back, and control characters, which would disturb a terminal.
 */
export function redaction(secrets: readonly (string | undefined)[]): (words: string) => string {
    const forms = secrets
        .filter((secret): secret is string => secret !== undefined && secret !== "")
        .flatMap(formsOf)
        // A short form first would break a longer one that contains it.
        .sort((first, second) => second.length - first.length);
    const known = forms.map((form) =>
        form.length > longestPattern ? form : new RegExp(literal(form), "gi"),
    );
    return (words) =>
        known
            .reduce<string>((left, form) => left.replaceAll(form, "[redacted]"), words)
            // Other tokens too.
            .replace(/eyJ[\w-]+(\.[\w-]+){0,4}/g, "[redacted]")
            .replace(/Basic [\w+/=-]+/gi, "Basic [redacted]")
            .replace(/\/\/[^\s/?#@]+@/g, "//[redacted]@")
            .replace(/[^\P{C}\n]/gu, "\u{FFFD}");
}

/** Shortens a string. This comes last, because half a secret would not be found. */
export function shortened(words: string): string {
    const longest = 300;
    return words.length > longest ? `${words.slice(0, longest)}...` : words;
}

function formsOf(secret: string): string[] {
    const bytes = Buffer.from(secret);
    return [
        secret,
        // Well-formed, or it throws.
        encodeURIComponent(bytes.toString()),
        JSON.stringify(secret).slice(1, -1),
        bytes.toString("hex"),
        bytes.toString("hex").replace(/../g, "%$&"),
        ...base64Forms(bytes),
    ];
}

/** The parts that a secret leaves in the base64 of any string around it, by its offset there. */
function base64Forms(secret: Buffer): string[] {
    return [0, 1, 2].flatMap((offset) => {
        const bits = (offset + secret.length) * 8;
        const padded = Buffer.concat([Buffer.alloc(offset), secret]);
        const whole = [Math.ceil((offset * 8) / 6), Math.floor(bits / 6)] as const;
        const forms = (["base64", "base64url"] as const).map((encoding) =>
            padded.toString(encoding).slice(...whole),
        );
        // Shorter ones occur in ordinary words.
        return forms.filter((form) => form.length >= 8);
    });
}

function literal(form: string): string {
    return form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
