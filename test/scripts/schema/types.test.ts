import assert from "node:assert/strict";
import { renderSource } from "./read-source";

const STRING = { type: "string" };
const PLAIN = { type: "string", plain: true };

/** The type of `DemoArgs.of`, among declarations. */
function typeOf(type: string, declarations = ""): object {
    const { resources } = renderSource(
        `${declarations}\nexport interface DemoArgs { /** It. */ of: ${type}; }`,
    );
    const { description, ...rendered } = resources["demo:index:Demo"].inputProperties.of as {
        description: string;
    };
    assert.equal(description, "It.");
    return rendered;
}

describe("the schema of an arg", () => {
    const rows: [title: string, type: string, expected: object][] = [
        ["of a text that may be unknown", "Input<string>", STRING],
        ["of a text that must be known", "string", PLAIN],
        ["of a truth", "Input<boolean>", { type: "boolean" }],
        ["of a number, which is a whole one", "Input<number>", { type: "integer" }],
        ["in brackets", "(Input<string>)", STRING],
        [
            "of a list that may be unknown as a whole",
            "Input<Input<string>[]>",
            { type: "array", items: STRING },
        ],
        [
            "of a known list of unknown entries",
            "Input<string>[]",
            { type: "array", items: STRING, plain: true },
        ],
        [
            "of a list that is known as soon as it is there",
            "Input<string[]>",
            { type: "array", items: PLAIN },
        ],
        [
            "of a known list of known entries",
            "string[]",
            { type: "array", items: PLAIN, plain: true },
        ],
        [
            "of a record of known keys with unknown values",
            "Record<string, Input<string>>",
            { type: "object", additionalProperties: STRING, plain: true },
        ],
        [
            "of a record that may be unknown as a whole",
            "Input<Record<string, Input<string>>>",
            { type: "object", additionalProperties: STRING },
        ],
        [
            "of a record in the words of the AWS provider",
            "Input<{ [key: string]: Input<string> }>",
            { type: "object", additionalProperties: STRING },
        ],
        ["of a text or nothing", "Input<string | undefined>", STRING],
        ["of an ARN in whose place a resource may stand", "Input<string> | Role", STRING],
        ["of a key in whose place a resource may stand", "string | Role", PLAIN],
        ["of a policy document", "Input<RenderedDocument>", { $ref: "pulumi.json#/Any" }],
    ];
    const declarations = "export interface RenderedDocument { Version: string }";
    for (const [title, type, expected] of rows) {
        it(`is right ${title}`, () => assert.deepEqual(typeOf(type, declarations), expected));
    }

    const named: [title: string, type: string, declarations: string, expected: object][] = [
        [
            "an interface that must be known",
            "PartArgs",
            "export interface PartArgs {}",
            { $ref: "#/types/demo:index:Part", plain: true },
        ],
        [
            "an interface that may be unknown",
            "Input<PartArgs>",
            "export interface PartArgs {}",
            { $ref: "#/types/demo:index:Part" },
        ],
        [
            "an interface by another name",
            "Input<OtherArgs>",
            "export interface PartArgs {} export type OtherArgs = PartArgs;",
            { $ref: "#/types/demo:index:Part" },
        ],
        [
            "a union of texts, which is an enum of the component",
            'Input<"b" | "a">',
            "",
            { $ref: "#/types/demo:index:Of" },
        ],
        [
            "a union of texts that has a name",
            "LetterArgs",
            'export type LetterArgs = "b" | "a";',
            { $ref: "#/types/demo:index:Letter", plain: true },
        ],
        [
            "a reference to a secret, without TypeScript's other ways to write one",
            "SecretReferenceArgs",
            `export interface ReferenceArgs { secret?: string }
             export type SecretReferenceArgs = Input<string> | Role | ReferenceArgs | DemoArgs;`,
            { $ref: "#/types/demo:index:SecretReference", plain: true },
        ],
        [
            "a union with a name of which resources are a part",
            "KeyArgs",
            "export type Resources = Role; export type KeyArgs = Input<string> | Resources;",
            STRING,
        ],
        [
            "a type of the AWS provider",
            "Input<inputs.ecs.ServiceLoadBalancer>",
            "",
            { $ref: "#/types/demo:index:ServiceLoadBalancer" },
        ],
    ];
    for (const [title, type, declared, expected] of named) {
        it(`names ${title}`, () => assert.deepEqual(typeOf(type, declared), expected));
    }
});
