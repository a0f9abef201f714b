import * as path from "node:path";
import * as ts from "typescript";

/** The sources that the schema is made of, ready to be asked what a name stands for. */
export interface Sources {
    readonly checker: ts.TypeChecker;
    /** Every interface and class that is declared in them, but for those of a library. */
    readonly declarations: ReadonlyMap<string, ts.InterfaceDeclaration | ts.ClassDeclaration>;
}

const OPTIONS: ts.CompilerOptions = {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    // Neither the SDK nor the resource classes are read: names suffice, and reading takes a while.
    noResolve: true,
    noLib: true,
    types: [],
    preserveSymlinks: true,
};

/** Reads sources: files, and in tests texts that stand for files. */
export function readSources(
    files: readonly string[],
    texts: ReadonlyMap<string, string> = new Map(),
): Sources {
    const host = ts.createCompilerHost(OPTIONS, true);
    addTexts(host, texts);
    const rootNames = [...files, ...texts.keys()];
    const program = ts.createProgram({ rootNames, options: OPTIONS, host });
    const declarations = program
        .getSourceFiles()
        .filter((file) => !file.fileName.includes("/node_modules/"))
        .flatMap((file) => file.statements.filter(isNamed))
        .map((statement) => [statement.name?.text ?? "", statement] as const);
    return { checker: program.getTypeChecker(), declarations: new Map(declarations) };
}

/** Lets a host of the compiler see texts as files. */
function addTexts(host: ts.CompilerHost, texts: ReadonlyMap<string, string>): void {
    const { fileExists } = host;
    const getSourceFile = host.getSourceFile.bind(host);
    host.fileExists = (file) => texts.has(file) || fileExists(file);
    host.directoryExists = undefined;
    host.getSourceFile = (file, version, ...rest) => {
        const text = texts.get(file);
        return text === undefined
            ? getSourceFile(file, version, ...rest)
            : ts.createSourceFile(file, text, version, true);
    };
}

function isNamed(node: ts.Node): node is ts.InterfaceDeclaration | ts.ClassDeclaration {
    return ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);
}

/** The files of the repository that the schema is made of. */
export function listSourceFiles(root: string): string[] {
    const ours = ts.sys.readDirectory(root, [".ts"], undefined, ["components/**/*", "core/**/*"]);
    return [...ours, path.join(root, "node_modules/@pulumi/aws/types/input.d.ts")];
}
