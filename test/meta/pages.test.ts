import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { resourceType } from "../../sandbox/aws/provider";
import { packageRoot } from "../../sandbox/package-root";
import { record } from "../support/recording";
import { exampleProgram } from "../support/run-example";
import { listPrograms, readPage, type PageProgram } from "./pages";

/** How much code is on the pages, at least: a search that finds none would prove nothing. */
const FEWEST = 40;

describe("the code on the pages of docs", function () {
    this.timeout(60_000);
    const programs = listPrograms();

    it("is found, in blocks and in the cells of tables", () => {
        assert.ok(programs.length >= FEWEST, `${programs.length} programs`);
        assert.ok(programs.some(({ place }) => place.includes("row")));
    });

    it("compiles, and what is wrong does not", () => {
        const [{ code }] = programs;
        const wrong = { place: "wrong", code: `${code}\nconst one: string = 1;`, runs: false };
        assert.deepEqual(compile([...programs, wrong]), [
            "wrong: Type 'number' is not assignable to type 'string'.",
        ]);
    });

    for (const { place, code } of programs.filter(({ runs }) => runs)) {
        it(`runs: ${place}`, async () => {
            const { errors, resources, logs } = await record(exampleProgram(code, config(code)));
            assert.deepEqual(errors, []);
            assert.ok(resources.length > 0);
            assert.deepEqual(
                logs.filter(({ level }) => level === "warn"),
                [],
            );
        });
    }

    it("puts out the readers that the page of outputs shows", async () => {
        const [program] = programs.filter(({ code }) => code.includes("export const readers"));
        const { outputs } = await record(exampleProgram(program.code, config(program.code)));
        const [, shown] = /^```json\n(.*?)^```$/ms.exec(readPage("outputs.md")) ?? [];
        const found = Object.values(outputs).map(({ readers }) => readers);
        assert.deepEqual(found, [JSON.parse(shown)]);
    });

    /** Compiles all programs at once: reading the types of the provider takes most of the time. */
    function compile(all: readonly PageProgram[]): string[] {
        const files = new Map(
            all.map((program, index) => [
                path.join(packageRoot(), "docs", `program-${index}.ts`),
                program,
            ]),
        );
        const options: ts.CompilerOptions = {
            target: ts.ScriptTarget.ES2022,
            module: ts.ModuleKind.Node16,
            moduleResolution: ts.ModuleResolutionKind.Node16,
            strict: true,
            skipLibCheck: true,
            noEmit: true,
            types: ["node"],
            paths: {
                "pulumi-ecs-secrets": [path.join(packageRoot(), "components", "index.ts")],
                "pulumi-ecs-secrets/policies": [
                    path.join(packageRoot(), "policypack", "library.ts"),
                ],
            },
        };
        const host = ts.createCompilerHost(options);
        const { fileExists, readFile, getSourceFile } = host;
        host.fileExists = (file) => files.has(file) || fileExists.call(host, file);
        host.readFile = (file) => files.get(file)?.code ?? readFile.call(host, file);
        host.getSourceFile = (file, target, ...rest) => {
            const code = files.get(file)?.code;
            return code === undefined
                ? getSourceFile.call(host, file, target, ...rest)
                : ts.createSourceFile(file, code, target);
        };
        const program = ts.createProgram([...files.keys()], options, host);
        return [...files].flatMap(([file, { place }]) => {
            const source = program.getSourceFile(file);
            return [
                ...program.getSyntacticDiagnostics(source),
                ...program.getSemanticDiagnostics(source),
            ].map(
                ({ messageText }) =>
                    `${place}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
            );
        });
    }

    /** Something for each key that the program asks for. */
    function config(code: string): Record<string, string> {
        const asked = code.matchAll(/config\.require(\w*)(?:<[^>]*>)?\("(\w+)"\)/g);
        return Object.fromEntries(
            [...asked].map(([, kind, key]) => [
                key,
                kind === "Object" ? JSON.stringify(["subnet-0123456789abcdef0"]) : "made-up",
            ]),
        );
    }
});

describe("what is listed by hand", () => {
    it("is exactly what is simulated, on the page of the simulated AWS", () => {
        const text = readPage("simulated-aws.md");
        const rows = [...text.matchAll(/^\| `(\w+)` +\| ((?:[A-Z]\w+(?:, )?)+) +\|$/gm)];
        const listed = rows.flatMap(([, service, names]) =>
            names.split(", ").map((name) => `${service} ${name}`),
        );
        assert.throws(
            () => resourceType("none"),
            ({ message }: Error) => {
                const all = [...message.matchAll(/aws:(\w+)\/\w+:(\w+)/g)];
                const had = all.map(([, service, name]) => `${service} ${name}`);
                assert.deepEqual(listed.sort(), had.sort());
                return true;
            },
        );
    });

    it("is every example, in the README", () => {
        const text = fs.readFileSync(path.join(packageRoot(), "README.md"), "utf8");
        const folders = fs.readdirSync(path.join(packageRoot(), "examples")).sort();
        const linked = [...text.matchAll(/\]\(examples\/([^)]+)\)/g)].map(([, name]) => name);
        assert.deepEqual([...new Set(linked)].sort(), folders);
    });
});
