// Loaded before oidc-provider, which warns of what a test means: memory, its own pages, Node.js 20.
for (const level of ["info", "warn"] as const) {
    const print = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
        if (!/oidc-provider (?:NOTICE|WARNING)/.test(String(words[0]))) print(...words);
    };
}
