import assert from "node:assert/strict";
import { renderMetadata } from "../../../scripts/schema/metadata";
import { renderSource } from "./read-source";

describe("a component of the schema", () => {
    it("has its args as inputs and what it registers as outputs, which are never plain", () => {
        const { resources, types } = renderSource(`
            export interface DemoArgs {
                /** A. */
                a: Input<string>;
                /** B. */
                b?: string;
            }
            export interface DemoOutputs {
                /** What is so. */
                readonly facts: Output<Fact[]>;
                /** Where it is. */
                arns: pulumi.Output<Record<string, string>>;
            }
            /** A fact. */
            interface Fact {
                /** What. */
                readonly what: string;
            }`);
        assert.deepEqual(resources, {
            "demo:index:Demo": {
                description: "A demo.",
                isComponent: true,
                inputProperties: {
                    a: { description: "A.", type: "string" },
                    b: { description: "B.", type: "string", plain: true },
                },
                requiredInputs: ["a"],
                properties: {
                    arns: {
                        description: "Where it is.",
                        type: "object",
                        additionalProperties: { type: "string" },
                    },
                    facts: {
                        description: "What is so.",
                        type: "array",
                        items: { $ref: "#/types/demo:index:Fact" },
                    },
                },
                required: ["arns", "facts"],
            },
        });
        assert.deepEqual(types, {
            "demo:index:Fact": {
                description: "A fact.",
                type: "object",
                properties: { what: { description: "What.", type: "string" } },
                required: ["what"],
            },
        });
    });

    it("is without the args that are left out, whatever they are", () => {
        const text = `
            interface BaseArgs { transform?: () => void; /** A. */ a?: string }
            export interface DemoArgs extends BaseArgs {}`;
        const { resources } = renderSource(text, { "DemoArgs.transform": "a function" });
        assert.deepEqual(Object.keys(resources["demo:index:Demo"].inputProperties), ["a"]);
    });
});

describe("the description of an arg", () => {
    const rows: [title: string, comment: string, expected: object][] = [
        ["is the summary, on one line", "The\n * image.", { description: "The image." }],
        [
            "names the source in a paragraph of its own",
            "The image.\n * Source: https://example.com/a\n * @default - none",
            { description: "The image.\n\nSource: https://example.com/a\n\nDefault: none." },
        ],
        [
            "gives the default as it is written",
            'The image.\n * @default "web"; with b, none',
            { description: 'The image.\n\nDefault: "web"; with b, none.' },
        ],
        [
            "gives a default of more than one line",
            "The image.\n * @default - none, which is\n * right",
            { description: "The image.\n\nDefault: none, which is right." },
        ],
        [
            "keeps paragraphs and lists",
            "One\n * of:\n * - a\n * - b\n *\n * More.",
            { description: "One of:\n\n- a\n\n- b\n\nMore." },
        ],
        [
            "is without remarks and examples, which are of TypeScript",
            "The image.\n * @remarks Or an object.\n * @example `a`\n * @default - none",
            { description: "The image.\n\nDefault: none." },
        ],
        ["marks a secret", "The value.\n * @secret", { description: "The value.", secret: true }],
        [
            "marks a secret behind a default",
            "The value.\n * @default - none\n * @secret",
            { description: "The value.\n\nDefault: none.", secret: true },
        ],
    ];
    for (const [title, comment, expected] of rows) {
        it(title, () => {
            const { resources } = renderSource(
                `export interface DemoArgs {\n/**\n * ${comment}\n */\na: Input<string>;\n}`,
            );
            assert.deepEqual(resources["demo:index:Demo"].inputProperties.a, {
                type: "string",
                ...expected,
            });
        });
    }
});

describe("what the schema says of the package", () => {
    const manifest = { version: "1.2.3", description: "It.", license: "MIT", keywords: ["ecs"] };
    const rows: [title: string, added: object, expected: object][] = [
        ["has no address that package.json does not have", {}, {}],
        ["has the homepage", { homepage: "https://a.example" }, { homepage: "https://a.example" }],
        [
            "has the repository",
            { repository: "https://a.example/b" },
            { repository: "https://a.example/b" },
        ],
        [
            "has the repository as a browser opens it",
            { repository: { type: "git", url: "git+https://a.example/b.git" } },
            { repository: "https://a.example/b" },
        ],
    ];
    for (const [title, added, expected] of rows) {
        it(title, () => {
            const { language, provider, ...metadata } = renderMetadata({ ...manifest, ...added });
            assert.deepEqual(Object.keys(language as object), ["csharp", "go", "nodejs", "python"]);
            assert.deepEqual(Object.keys(provider as object), ["description"]);
            assert.deepEqual(metadata, {
                name: "ecs-secrets",
                displayName: "ECS Secrets",
                version: "1.2.3",
                description: "It.",
                license: "MIT",
                keywords: ["category/infrastructure", "kind/component", "ecs"],
                ...expected,
            });
        });
    }
});
