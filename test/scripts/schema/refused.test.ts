import assert from "node:assert/strict";
import { readSource } from "./read-source";

describe("the generator of the schema refuses", () => {
    const types: [title: string, type: string, reason: string][] = [
        ["anything", "any", "the schema has no type for any"],
        ["what is not known", "unknown", "the schema has no type for unknown"],
        ["a function", "() => void", "the schema has no type for () => void"],
        ["a pair", "[string, string]", "the schema has no type for [string, string]"],
        ["a type without a name", "{ a: string }", "the schema has no type for { a: string }"],
        ["a type that it cannot find", "Input<Missing>", "the schema has no type for Missing"],
        ["a promise", "Promise<string>", "the schema has no type for Promise<string>"],
        ["a resource alone", "Role", "the schema has no type for Role"],
        ["null", "null", "the schema has no type for null"],
        [
            "a record of numbered entries",
            "Record<number, string>",
            "the keys of a map must be strings",
        ],
        [
            "a record of numbered entries in the words of the AWS provider",
            "{ [key: number]: string }",
            "the keys of a map must be strings",
        ],
        [
            "a record of certain keys",
            'Record<"a" | "b", string>',
            "the keys of a map must be strings",
        ],
        [
            "a union of types",
            "string | number",
            "one member of the union string | number must be left without resources",
        ],
        [
            "a union of texts and a type",
            '"a" | Input<string>',
            'one member of the union "a" | Input<string> must be left without resources',
        ],
        [
            "a union of nothing but resources",
            "Role | undefined",
            "one member of the union Role | undefined must be left without resources",
        ],
        [
            "what it refuses, deep inside",
            "Input<Input<() => void>[]>",
            "the schema has no type for () => void",
        ],
    ];
    for (const [title, type, reason] of types) {
        it(`${title}, and says which arg it is`, () =>
            assert.throws(() => readSource(`export interface DemoArgs {\nof: ${type};\n}`), {
                name: "SchemaError",
                message: `DemoArgs.of (args.ts:6): ${reason}`,
            }));
    }

    const sources: [title: string, source: string, message: string][] = [
        [
            "an arg in a part",
            "interface PartArgs { of: () => void }\nexport interface DemoArgs { part: PartArgs }",
            "PartArgs.of (args.ts:5): the schema has no type for () => void",
        ],
        [
            "a method",
            "export interface DemoArgs { start(): void }",
            "DemoArgs.start (args.ts:5): the schema has properties alone",
        ],
        [
            "a property without a type",
            "export interface DemoArgs { of }",
            "DemoArgs.of (args.ts:5): it has no type",
        ],
        [
            "to extend what it does not know",
            "export interface DemoArgs extends Pick<Other, 'a'> {}",
            "DemoArgs (args.ts:5): the schema cannot extend Pick<Other, 'a'>",
        ],
        [
            "two types of one name",
            `interface Part {}
             interface PartArgs {}
             export interface DemoArgs { a: Part; b: PartArgs }`,
            "DemoArgs.b (args.ts:6): another type is called Part already",
        ],
        [
            "two enums of one name",
            `interface PartArgs { size: "a" | "b" }
             interface DemoPartArgs { partSize: "a" | "b" }
             export interface DemoArgs { part: PartArgs; partSize: "c" | "d" }`,
            "DemoArgs.partSize (args.ts:7): another type is called PartSize already",
        ],
        [
            "a type that is taken and given",
            `interface PartArgs {}
             export interface DemoArgs { a: PartArgs }
             export interface DemoOutputs { b: Output<PartArgs> }`,
            "DemoOutputs.b (args.ts:5): Part is taken and given: what is plain in args is not so in outputs",
        ],
        [
            "a reference to a secret without the interface that it is in the schema",
            `export type SecretReferenceArgs = Input<string> | string;
             export interface DemoArgs { a: SecretReferenceArgs }`,
            "DemoArgs.a (args.ts:5): there is no interface ReferenceArgs",
        ],
    ];
    for (const [title, source, message] of sources) {
        it(title, () => assert.throws(() => readSource(source), { name: "SchemaError", message }));
    }

    it("a component without args", () =>
        assert.throws(() => readSource("export interface Other {}"), {
            message: "There is no interface DemoArgs.",
        }));
});
