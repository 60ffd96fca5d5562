import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const printsSlowly = {
    selector: "CallExpression[callee.property.name=/^require/]",
    message: "Pulumi's config.require takes a minute to print its error: get, and check.",
};
const readsConfiguration = {
    selector: "NewExpression[callee.property.name='Config']",
    message: "Configuration is read in config/ alone.",
};

export default defineConfig(
    {
        files: ["**/*.{ts,tsx}"],
        extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            "max-lines": ["error", 150],
            "no-restricted-syntax": ["error", printsSlowly, readsConfiguration],
        },
    },
    {
        files: ["config/**/*.ts"],
        rules: { "no-restricted-syntax": ["error", printsSlowly] },
    },
    {
        // The handler's text goes to Lambda as it stands: the SDK must not come along.
        files: ["functions/**/*.ts"],
        rules: { "no-restricted-imports": ["error", { patterns: ["@pulumi/*"] }] },
    },
    {
        files: ["tests/**/*.ts"],
        rules: {
            "max-lines": ["error", 200],
            // Chai's assertions are property accesses.
            "@typescript-eslint/no-unused-expressions": "off",
        },
    },
);
