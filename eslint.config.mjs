import regexp from "eslint-plugin-regexp";
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
    provider: ["**/policypack/**", "**/sandbox/**", "@pulumi/aws", "@pulumi/aws/*"],
    fuzz: ["@pulumi/*", "**/components/**", "**/policypack/**", "**/sandbox/**"],
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
    {
        // What is read here is not ours, and may be made to be slow to read.
        files: ["{core,components,policypack,provider}/**/*.ts"],
        plugins: { regexp },
        rules: {
            // A value that is printed shows; and a pack's output is the engine's protocol.
            "no-console": "error",
            "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
            "regexp/no-super-linear-move": ["error", { report: "potential" }],
        },
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
