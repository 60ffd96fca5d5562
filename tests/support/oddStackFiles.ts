/** A stack's file in a form that is rare. */
export interface OddStackFile {
    readonly file: string;
    /**
     * What `pulumi config --json` of CLI 3.259 makes of it, by the settings' full names: a string, or what
     * the string is in JSON for a list or an object; `undefined` where the CLI refuses the file.
     */
    readonly config: Readonly<Record<string, unknown>> | undefined;
}

const midnight = "00:00:00 +0000 UTC";

/** Stack files by what is odd about them. `tests/engine/stackFiles.test.ts` compares them with the CLI. */
export const oddStackFiles: Readonly<Record<string, OddStackFile>> = {
    "names in three forms": {
        file: "config:\n  mfa: a\n  flexai-oidc:roles: b\n  flexai-oidc:config:hostname: c\n  aws:region: d\n",
        config: {
            "flexai-oidc:mfa": "a",
            "flexai-oidc:roles": "b",
            "flexai-oidc:hostname": "c",
            "aws:region": "d",
        },
    },
    "a byte order mark and Windows' line ends": {
        file: "\uFEFFconfig:\r\n  mfa: |\r\n    a\r\n    b\r\n",
        config: { "flexai-oidc:mfa": "a\nb\n" },
    },
    "a second document": {
        file: "---\nconfig: {mfa: a}\n---\nconfig: {mfa: b}\n",
        config: { "flexai-oidc:mfa": "a" },
    },
    "no settings": { file: "config:\n", config: {} },
    "nothing but a comment": { file: "# nothing\n", config: {} },
    "anchors and merge keys": {
        file:
            "people: &anna {username: anna, enabled: false}\nconfig:\n  users:\n" +
            "    - {<<: *anna, username: ben}\n    - {a: 1, <<: [{a: 2, b: 3}, *anna]}\n  mfa: <<\n",
        config: {
            "flexai-oidc:users": [
                { username: "ben", enabled: false },
                { a: 1, b: 3, username: "anna", enabled: false },
            ],
            "flexai-oidc:mfa": "<<",
        },
    },
    "a list as JSON in a string": {
        file: `config:\n  roles: '["a", "b"]'\n  users: '[{"username": "anna"}]'\n`,
        config: { "flexai-oidc:roles": ["a", "b"], "flexai-oidc:users": [{ username: "anna" }] },
    },
    "numbers in many forms": {
        file:
            "config:\n  mfa: [0123, -017, 089, 0o17, 0o8, 0x1F, 0b101, 0b12, 1_000, _1, 1.50, .5, 1., 1e3," +
            " +5, -0, 1e, 12:30:45]\n  hostname: 0123\n  region: 1.50\n  a: 123456789012345678901\n",
        config: {
            "flexai-oidc:mfa": [
                ...[83, -15, 89, 15, "0o8", 31, 5, "0b12", 1000, "_1", 1.5, 0.5, 1, 1000],
                ...[5, 0, "1e", "12:30:45"],
            ],
            "flexai-oidc:hostname": "83",
            "flexai-oidc:region": "1.5",
            "flexai-oidc:a": "123456789012345680000",
        },
    },
    "times in many forms": {
        file:
            "config:\n  mfa: [2024-01-02, 2024-1-2, 2024-13-45, 2024-02-30, '2024-01-02', 2024-01-02T03:04:05Z," +
            " 2024-1-2t3:4:5.125+02:00, 2024-01-02 03:04:05, 2024-01-02 3:04:05 +5]\n  hostname: 2024-01-02\n",
        config: {
            "flexai-oidc:mfa": [
                `2024-01-02 ${midnight}`,
                `2024-01-02 ${midnight}`,
                "2024-13-45",
                "2024-02-30",
                "2024-01-02",
                "2024-01-02 03:04:05 +0000 UTC",
                "2024-01-02 03:04:05.125 +0200 +0200",
                "2024-01-02 03:04:05 +0000 UTC",
                "2024-01-02 3:04:05 +5",
            ],
            "flexai-oidc:hostname": `2024-01-02 ${midnight}`,
        },
    },
    "words that are booleans or nothing, or look like it": {
        file: "config:\n  mfa: [True, yes, on, NULL, ~, '', 'true']\n  hostname:\n  region: ~\n  a: TRUE\n",
        config: {
            "flexai-oidc:mfa": [true, "yes", "on", null, null, "", "true"],
            "flexai-oidc:hostname": "",
            "flexai-oidc:region": "",
            "flexai-oidc:a": "true",
        },
    },
    tags: {
        file:
            "config:\n  mfa: [!!str 0123, !!int '12', !!float 3, !!binary aGVsbG8=, !own 12, !own [1]," +
            " !!str {a: 1}, !!set {a, b}]\n",
        config: {
            "flexai-oidc:mfa": ["0123", 12, 3, "hello", "12", [1], { a: 1 }, { a: null, b: null }],
        },
    },
    "keys that are not strings": {
        file: "config:\n  mfa: {1: a, true: b}\n",
        config: { "flexai-oidc:mfa": { 1: "a", true: "b" } },
    },
    "objects that only look encrypted": {
        file: "config:\n  mfa: [{secure: a, b: c}, {secure: 5}, {secure: }]\n",
        config: { "flexai-oidc:mfa": [{ secure: "a", b: "c" }, { secure: 5 }, { secure: null }] },
    },
    "a key twice": { file: "config:\n  mfa: a\n  mfa: b\n", config: undefined },
    "a field twice": { file: "config:\n  mfa: {a: 1, a: 2}\n", config: undefined },
    "config twice": { file: "config: {mfa: a}\nconfig: {mfa: b}\n", config: undefined },
    "an unknown anchor": { file: "config:\n  mfa: *a\n", config: undefined },
    "a merge of a number": { file: "config:\n  mfa: {<<: 1}\n", config: undefined },
    "a tab": { file: "config:\n\tmfa: a\n", config: undefined },
    "two indentations": { file: "config:\n    mfa: a\n  roles: b\n", config: undefined },
    "a boolean that is not one": { file: "config:\n  mfa: !!bool yes\n", config: undefined },
    "settings in a list": { file: "config: [mfa]\n", config: undefined },
    "a list in place of everything": { file: "[config]\n", config: undefined },
};

/** The values of settings, parsed from JSON where the expected one is a list or an object. */
export function valuesLike(
    expected: Readonly<Record<string, unknown>>,
    config: Readonly<Record<string, string>>,
): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(config).map(([name, value]) => [
            name,
            typeof expected[name] === "object" ? (JSON.parse(value) as unknown) : value,
        ]),
    );
}
