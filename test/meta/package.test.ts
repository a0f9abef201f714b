import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { packageRoot } from "../../sandbox/package-root";
import { packLibrary } from "../support/packed-library";

/** What stands beside the code. */
const BESIDE = [
    ...["CHANGELOG.md", "LICENSE", "PulumiPlugin.yaml", "README.md"],
    ...["bin/provider/schema.json", "package.json"],
];

/** How many bytes the tarball may have. */
const MOST_BYTES = 1_000_000;

/** Where users come in. */
const DOORS = ["bin/components/index", "bin/policypack/library"];

/** Where Pulumi comes in for other languages. */
const PLUGIN = "bin/provider/main";

/** The declarations; no test, sandbox, example or bench is among them. */
const DECLARATIONS = /^bin\/(components|core|policypack)\/.+\.d\.ts$/;

/** Everything that is exported, by what it is. */
const EXPORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "pulumi-ecs-secrets": {
        class: "SecretInjectedService, SecretInjectedTaskDefinition",
        interface:
            "ContainerArgs, ContainerDependencyArgs, CrossAccountPolicies, " +
            "DeploymentCircuitBreakerArgs, DeviceArgs, DockerArgs, EnvironmentFileArgs, " +
            "ExecutionRoleArgs, ExternalValueArgs, FirelensConfigurationArgs, GenerateArgs, " +
            "HealthCheckArgs, HostEntryArgs, JsonSecretArgs, KernelCapabilitiesArgs, " +
            "LinuxParametersArgs, LogConfigurationArgs, LogGroupArgs, MountPointArgs, " +
            "NetworkConfigurationArgs, PortMappingArgs, Reader, ReferenceArgs, ReplicaArgs, " +
            "ResourceRequirementArgs, RestartPolicyArgs, RoleArgs, RotationArgs, SecretArgs, " +
            "SecretInjectedServiceArgs, SecretInjectedTaskDefinitionArgs, SecretSourceArgs, " +
            "ServiceConnectArgs, ServiceTransformArgs, SystemControlArgs, TaskArgs, " +
            "TaskDefinitionTransformArgs, TaskRoleArgs, TmpfsArgs, UlimitArgs, VolumeFromArgs",
        type: "KeyArgs, SecretReferenceArgs, SecretResource, Transform",
    },
    "pulumi-ecs-secrets/policies": {
        function: "policyNamed",
        type: "PolicyName",
        value: "policies",
    },
};

const KINDS: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
    [ts.SyntaxKind.ClassDeclaration]: "class",
    [ts.SyntaxKind.InterfaceDeclaration]: "interface",
    [ts.SyntaxKind.TypeAliasDeclaration]: "type",
    [ts.SyntaxKind.FunctionDeclaration]: "function",
    [ts.SyntaxKind.VariableDeclaration]: "value",
};

describe("the tarball of the library", function () {
    this.timeout(120_000);
    before(() => {
        packLibrary();
    });

    it("holds the code of each entry in one file, with its map, and what stands beside it", () => {
        const code = [...DOORS, PLUGIN].flatMap((entry) => [`${entry}.js`, `${entry}.js.map`]);
        const other = packLibrary().files.filter((file) => !DECLARATIONS.test(file));
        assert.deepEqual(other, [...BESIDE, ...code].sort());
    });

    it("holds the declarations that the entries lead to, and no other", () => {
        const reached = new Set<string>();
        const waiting = [...DOORS];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
            if (!reached.has(next)) {
                reached.add(next);
                waiting.push(...importsOf(next));
            }
        }
        const held = packLibrary().files.filter((file) => DECLARATIONS.test(file));
        assert.deepEqual(held, [...reached].map((file) => `${file}.d.ts`).sort());
    });

    it("holds no declaration without its source", () => {
        const sources = packLibrary()
            .files.filter((file) => DECLARATIONS.test(file))
            .map((file) => file.replace(/^bin\//, "").replace(/\.d\.ts$/, ".ts"));
        const missing = sources.filter((file) => !fs.existsSync(path.join(packageRoot(), file)));
        assert.deepEqual(missing, []);
    });

    it("loads nothing but Node's modules, Pulumi's and the library itself", () => {
        const loaded = [...DOORS, PLUGIN].flatMap((entry) => {
            const calls = readPacked(`${entry}.js`).matchAll(/\brequire\("([^"]+)"\)/g);
            return [...calls].map(([, specifier]) => specifier);
        });
        const others = loaded.filter(
            (name) => !/^(node:|@pulumi\/(pulumi|aws|policy)\b)/.test(name),
        );
        assert.deepEqual([...new Set(others)], ["../components"]);
        // The barrel of the provider loads every service that AWS has.
        assert.ok(!loaded.includes("@pulumi/aws"));
    });

    it("holds the sources in the maps, which are not there otherwise", () => {
        const maps = packLibrary().files.filter((file) => file.endsWith(".map"));
        const empty = maps.flatMap((file) => {
            const { sources, sourcesContent } = JSON.parse(readPacked(file)) as {
                readonly sources: readonly string[];
                readonly sourcesContent: readonly unknown[];
            };
            return sources.filter((_, index) => typeof sourcesContent[index] !== "string");
        });
        assert.equal(maps.length, 3);
        assert.deepEqual(empty, []);
    });

    it(`has at most ${MOST_BYTES} bytes`, () => {
        assert.ok(packLibrary().size <= MOST_BYTES, `${packLibrary().size} bytes`);
    });

    it("is without fault to publint, suggestions included", async () => {
        const { publint } = await import("publint");
        const tarball = new Uint8Array(fs.readFileSync(packLibrary().tarball)).buffer;
        const { messages } = await publint({ pack: { tarball }, strict: true });
        assert.deepEqual(messages, []);
    });

    it("has types that are right to attw, under every resolution", () => {
        const attw = path.join(packageRoot(), "node_modules", ".bin", "attw");
        const args = [packLibrary().tarball, "--format", "json", "--no-color"];
        const { status, stdout } = spawnSync(attw, args, { encoding: "utf8" });
        const { analysis, problems } = JSON.parse(stdout) as {
            readonly analysis: { readonly entrypoints: Readonly<Record<string, unknown>> };
            readonly problems: unknown;
        };
        assert.deepEqual({ problems, status }, { problems: {}, status: 0 });
        assert.deepEqual(Object.keys(analysis.entrypoints), [".", "./policies", "./package.json"]);
    });

    it("exports exactly what is listed here", () => {
        assert.deepEqual(listExports(), EXPORTS);
    });
});

function readPacked(file: string): string {
    return fs.readFileSync(path.join(packLibrary().folder, "pulumi-ecs-secrets", file), "utf8");
}

/** The own files that the types of a file lead to, without their extensions. */
function importsOf(file: string): string[] {
    const library = path.join(packLibrary().folder, "pulumi-ecs-secrets");
    const found = readPacked(`${file}.d.ts`).matchAll(
        /(?:\bfrom |\bimport |\bimport\()"(\.[^"]*)"/g,
    );
    return [...found].map(([, specifier]) => {
        const target = path.join(path.dirname(file), specifier);
        return fs.existsSync(path.join(library, `${target}.d.ts`)) ? target : `${target}/index`;
    });
}

/** What the declarations in the tarball export, sorted. */
function listExports(): Record<string, Record<string, string>> {
    const library = path.join(packLibrary().folder, "pulumi-ecs-secrets");
    const files = DOORS.map((door) => path.join(library, `${door}.d.ts`));
    const options = { module: ts.ModuleKind.Node16, noLib: true, types: [] };
    const program = ts.createProgram(files, options);
    const checker = program.getTypeChecker();
    return Object.fromEntries(
        files.map((file, index) => {
            const source = program.getSourceFile(file);
            const module = source && checker.getSymbolAtLocation(source);
            const names: Record<string, string[]> = {};
            for (const symbol of module ? checker.getExportsOfModule(module) : []) {
                const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
                const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
                const [declaration] = target.declarations ?? [];
                (names[KINDS[declaration?.kind] ?? "other"] ??= []).push(symbol.name);
            }
            const sorted = Object.entries(names).map(([kind, all]) => [
                kind,
                all.sort().join(", "),
            ]);
            return [Object.keys(EXPORTS)[index], Object.fromEntries(sorted)];
        }),
    );
}
