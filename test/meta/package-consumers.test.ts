import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { createConsumer } from "../support/packed-library";

const { ModuleKind, ModuleResolutionKind } = ts;

/** How a user's TypeScript may look for modules. */
const RESOLUTIONS: readonly (readonly [string, string, ts.CompilerOptions])[] = [
    [
        "node10, as old settings have it",
        ".ts",
        { module: ModuleKind.CommonJS, moduleResolution: ModuleResolutionKind.Node10 },
    ],
    [
        "node16, in CommonJS",
        ".cts",
        { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 },
    ],
    [
        "node16, in ECMAScript modules",
        ".mts",
        { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 },
    ],
    [
        "bundler",
        ".ts",
        { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler },
    ],
];

const PROGRAM = `import { PolicyPack } from "@pulumi/policy";
import { SecretInjectedService, type SecretInjectedServiceArgs } from "pulumi-ecs-secrets";
import { policies } from "pulumi-ecs-secrets/policies";

const args: SecretInjectedServiceArgs = {
    cluster: "api",
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets: ["subnet-0123456789abcdef0"] },
    containers: { api: { image: "httpd" } },
};
export const name = new SecretInjectedService("api", args).service.name;
new PolicyPack("own", { policies: policies.filter((policy) => policy.name.startsWith("ecs-")) });
`;

const WRONG = PROGRAM.replace("memory: 512", 'memory: "512"').replace(
    "policy.name.",
    "policy.nmae.",
);

/** What a program of plain JavaScript sees, asked without a type or a compiler. */
const PLAIN: readonly (readonly [string, string, string])[] = [
    [
        "CommonJS",
        "program.cjs",
        `const { SecretInjectedService, SecretInjectedTaskDefinition } = require("pulumi-ecs-secrets");
         const { policies } = require("pulumi-ecs-secrets/policies");`,
    ],
    [
        "ECMAScript modules, by names",
        "program.mjs",
        `import { SecretInjectedService, SecretInjectedTaskDefinition } from "pulumi-ecs-secrets";
         import { policies } from "pulumi-ecs-secrets/policies";`,
    ],
];

const PRINT = `console.log(JSON.stringify([
    SecretInjectedService.name, SecretInjectedTaskDefinition.name, policies.every(({ name }) => name),
]));`;

describe("a program with the library from its tarball", function () {
    this.timeout(120_000);
    let folder: string;
    before(() => {
        const sdks = ["@pulumi/pulumi", "@pulumi/aws", "@pulumi/policy"];
        folder = createConsumer([...sdks, "@types/node"]);
    });

    for (const [name, extension, options] of RESOLUTIONS) {
        it(`compiles where it is right, and only there, under ${name}`, () => {
            const programs = { right: PROGRAM, wrong: WRONG };
            assert.deepEqual(compile(programs, extension, options), [
                "wrong: Type 'string' is not assignable to type 'Input<number> | undefined'.",
                "wrong: Property 'nmae' does not exist on type " +
                    "'ResourceValidationPolicy | StackValidationPolicy'.\n" +
                    "  Property 'nmae' does not exist on type 'ResourceValidationPolicy'.",
            ]);
        });
    }

    for (const [name, file, code] of PLAIN) {
        it(`finds what is exported in plain JavaScript, in ${name}`, () => {
            fs.writeFileSync(path.join(folder, file), `${code}\n${PRINT}`);
            const { stdout, stderr } = spawnSync(process.execPath, [file], {
                cwd: folder,
                encoding: "utf8",
            });
            assert.equal(stderr, "");
            const names = ["SecretInjectedService", "SecretInjectedTaskDefinition"];
            assert.deepEqual(JSON.parse(stdout), [...names, true]);
        });
    }

    it("is shown the sources of the library by a stack", () => {
        const code = `const { SecretInjectedService } = require("pulumi-ecs-secrets");
            try { new SecretInjectedService("api", null); } catch (error) { console.log(error.stack); }`;
        fs.writeFileSync(path.join(folder, "failing.cjs"), code);
        const { stdout } = spawnSync(process.execPath, ["--enable-source-maps", "failing.cjs"], {
            cwd: folder,
            encoding: "utf8",
        });
        assert.match(stdout, /components\/secret-injected-service\.ts:\d+:\d+/);
    });

    /** What the compiler says of the programs, and of the library's own declarations. */
    function compile(
        programs: Readonly<Record<string, string>>,
        extension: string,
        options: ts.CompilerOptions,
    ): string[] {
        const files = Object.entries(programs).map(([name, code]) => {
            const file = path.join(folder, `${name}${extension}`);
            fs.writeFileSync(file, code);
            return file;
        });
        const program = ts.createProgram(files, {
            ...options,
            target: ts.ScriptTarget.ES2022,
            strict: true,
            noEmit: true,
            types: ["node"],
            typeRoots: [path.join(folder, "node_modules", "@types")],
        });
        return program
            .getSourceFiles()
            .filter(
                ({ fileName }) =>
                    files.includes(fileName) ||
                    fileName.includes("/node_modules/pulumi-ecs-secrets/"),
            )
            .flatMap((source) => program.getSemanticDiagnostics(source))
            .map(({ file, messageText }) => {
                const place = path.basename(file?.fileName ?? "", extension);
                return `${place}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
            });
    }
});
