import * as fs from "node:fs";
import * as path from "node:path";
import * as sdk from "@pulumi/aws/package.json";

/** Nothing is said of a value: what is wrong with it, the simulation says when it is made. */
const ANY = { $ref: "pulumi.json#/Any" } as const;

interface Declared {
    readonly names: readonly string[];
    readonly required: readonly string[];
}

/**
 * The schema of what is simulated, as languages without an SDK ask for it (YAML): the names of
 * inputs and outputs as `@pulumi/aws` declares them, of any type.
 */
export function renderSchema(types: readonly string[], functions: readonly string[]): string {
    return JSON.stringify({
        name: "aws",
        version: sdk.version,
        meta: { moduleFormat: "(.*)(?:/[^/]*)" },
        resources: byToken(types, (text) => {
            const inputs = listProperties(text, /export interface \w+Args /);
            const outputs = listOutputs(text);
            return {
                inputProperties: anyOf(inputs.names),
                requiredInputs: inputs.required,
                properties: anyOf(outputs.names),
                required: outputs.required,
            };
        }),
        functions: byToken(functions, (text) => ({
            inputs: {
                type: "object",
                properties: anyOf(listProperties(text, /export interface \w+Args /).names),
            },
            outputs: {
                type: "object",
                properties: anyOf(listProperties(text, /export interface \w+Result /).names),
            },
        })),
    });
}

function byToken<T>(tokens: readonly string[], read: (text: string) => T): Record<string, T> {
    return Object.fromEntries(
        [...tokens].sort().map((token) => [token, read(declarationText(token))]),
    );
}

function declarationText(token: string): string {
    const folder = path.dirname(require.resolve("@pulumi/aws/package.json"));
    const file = token.split(":")[1].replace(/^index\//, "");
    return fs.readFileSync(path.join(folder, `${file}.d.ts`), "utf8");
}

function listOutputs(text: string): Declared {
    const shell = text.slice(text.indexOf("export declare class"), text.indexOf("constructor("));
    // `id` and `urn` are every resource's, and no schema may name them.
    const found = [
        ...shell.matchAll(/readonly (?!(?:id|urn): )(\w+): pulumi\.Output<([\s\S]*?)>;\n/g),
    ];
    const isCertain = (type: string) => !type.includes("undefined");
    return {
        names: found.map(([, name]) => name),
        required: found.filter(([, , type]) => isCertain(type)).map(([, name]) => name),
    };
}

function listProperties(text: string, head: RegExp): Declared {
    const start = text.search(head);
    const body = start < 0 ? "" : text.slice(start, text.indexOf("\n}", start));
    const found = [...body.matchAll(/^ {4}(?:readonly )?(\w+)(\??): /gm)];
    return {
        names: found.map(([, name]) => name),
        required: found.filter(([, , optional]) => optional === "").map(([, name]) => name),
    };
}

function anyOf(names: readonly string[]): Record<string, typeof ANY> {
    return Object.fromEntries(names.map((name) => [name, ANY]));
}
