import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["node_modules/"] },
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true } },
    },
    {
        // The handler's text goes to Lambda as it stands: the SDK must not come along.
        files: ["functions/**/*.ts"],
        rules: { "no-restricted-imports": ["error", { patterns: ["@pulumi/*"] }] },
    },
    {
        // Chai's assertions are property accesses, and mocha's suites are promises nobody awaits.
        files: ["tests/**/*.ts"],
        rules: { "@typescript-eslint/no-unused-expressions": "off" },
    },
);
