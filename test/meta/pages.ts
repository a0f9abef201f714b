import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** Code of a page, as a program that stands by itself. */
export interface PageProgram {
    /** The page and the line where the code begins. */
    readonly place: string;
    readonly code: string;
    /** Whether it is a program of Pulumi's; what is marked `compiled` is not. */
    readonly runs: boolean;
}

/** The programs that the cells of a table make, by the type that stands in the table's head. */
const CELLS: Readonly<Record<string, (cell: string) => string>> = {
    SecretReferenceArgs: (cell) =>
        taskOf(`secrets: { api: { value: config.requireSecret("apiToken") }, ${DATABASE} }`, cell),
    SecretArgs: (cell) => taskOf(`secrets: { own: ${cell} }`, `{ secret: "own" }`),
    KeyArgs: (cell) => taskOf("", `{ valueFrom: "/web/api-token", kmsKeyId: ${cell} }`),
};

const DATABASE = `database: { jsonValue: { password: config.requireSecret("databasePassword") } }`;

function taskOf(secrets: string, reference: string): string {
    return `new SecretInjectedTaskDefinition("web", {
    cpu: 256,
    memory: 512,
    ${secrets}${secrets && ","}
    containers: { web: { image: "httpd", secrets: { VARIABLE: ${reference} } } },
});`;
}

/** The pages, by their paths in docs. */
function listPages(): string[] {
    return fs
        .readdirSync(folder(), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".md"))
        .sort();
}

/** The text of a page. */
export function readPage(file: string): string {
    return fs.readFileSync(path.join(folder(), file), "utf8");
}

/** All code on the pages; what imports nothing stands after the lines that the first page shows. */
export function listPrograms(): PageProgram[] {
    const [{ code: preamble }] = listBlocks("README.md");
    return listPages().flatMap((file) =>
        [...listBlocks(file), ...listCells(file)].map(({ place, code, runs }) => ({
            place,
            runs,
            code: /^import /m.test(code) ? code : `${preamble}\n${code}`,
        })),
    );
}

function listBlocks(file: string): PageProgram[] {
    const text = readPage(file);
    return [...text.matchAll(/^```ts( compiled)?\n(.*?)^```$/gms)].map(
        ({ index, 1: mark, 2: code }) => ({
            place: placeOf(file, text, index),
            code,
            runs: mark === undefined,
        }),
    );
}

/** The cells of the last column under a head that names one of the types. */
function listCells(file: string): PageProgram[] {
    const text = readPage(file);
    const tables = text.matchAll(/^\|.*\| `(\w+)` +\|\n\| -.*\n((?:\|.*\n)+)/gm);
    return [...tables]
        .filter(([, type]) => type in CELLS)
        .flatMap(({ index, 1: type, 2: rows }) =>
            [...rows.matchAll(/^\|.*\| `(.*)` +\|$/gm)].map((row) => ({
                place: `${placeOf(file, text, index)} row ${row[1]}`,
                code: CELLS[type](row[1]),
                runs: true,
            })),
        );
}

function placeOf(file: string, text: string, index: number): string {
    return `docs/${file}:${text.slice(0, index).split("\n").length}`;
}

function folder(): string {
    return path.join(packageRoot(), "docs");
}
