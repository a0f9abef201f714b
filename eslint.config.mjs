import tseslint from "typescript-eslint";

// Layout is Prettier's, types are tsc's. Here stands what neither can see.
const everywhere = {
    "@typescript-eslint/no-explicit-any": "error",
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": "error",
    "@typescript-eslint/no-require-imports": "error",
    "@typescript-eslint/await-thenable": "error",
};

/** Which folder may import what: knowledge flows out of core, and never back. */
const forbidden = {
    core: ["@pulumi/*", "node:*", "**/components/**", "**/policypack/**", "**/sandbox/**"],
    components: ["**/policypack/**", "**/sandbox/**"],
    policypack: ["**/components/**", "**/sandbox/**", "@pulumi/aws", "@pulumi/aws/*"],
    sandbox: ["**/components/**", "**/policypack/**"],
    examples: ["../*", "./*/**"],
};

export default tseslint.config(
    { ignores: ["**/bin/", "node_modules/", "coverage/", ".stryker-tmp/", "reports/"] },
    {
        files: ["**/*.ts"],
        plugins: { "@typescript-eslint": tseslint.plugin },
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
        },
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: everywhere,
    },
    ...Object.entries(forbidden).map(([folder, group]) => ({
        files: [`${folder}/**/*.ts`],
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    patterns: [
                        { group, message: `${folder} must not import this (see CONTRIBUTING.md)` },
                    ],
                },
            ],
        },
    })),
);
