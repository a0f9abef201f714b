import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { packageRoot } from "../../sandbox/package-root";
import { useSdks } from "./sdks";

const PROGRAM = `// Keeps two secrets, and injects them into the container of a service.
import { SecretInjectedService, types } from "@pulumi/ecs-secrets";
import * as pulumi from "@pulumi/pulumi";

const { LaunchType, NetworkMode, SecretStore } = types.enums;
const config = new pulumi.Config();
const web = new SecretInjectedService("web", {
    cluster: "default",
    launchType: LaunchType.Ec2,
    networkMode: NetworkMode.Bridge,
    secrets: {
        database: { store: SecretStore.Ssm, value: config.requireSecret("databasePassword") },
        api: { value: config.requireSecret("apiToken") },
    },
    containers: {
        web: {
            image: "httpd",
            memory: 128,
            secrets: {
                DATABASE_PASSWORD: { secret: "database" },
                API_TOKEN: { secret: "api" },
            },
        },
    },
});

export const serviceArn = web.serviceArn;
`;

describe("the SDK for Node, for programs that take the components from the plugin", () => {
    const sdks = useSdks();
    let program: string;
    before("write a program with the SDK as a dependency", () => {
        const folder = path.join(sdks(), "nodejs");
        fs.symlinkSync(path.join(packageRoot(), "node_modules"), path.join(sdks(), "node_modules"));
        program = path.join(folder, "program.ts");
        fs.writeFileSync(program, PROGRAM);
    });

    it("compiles, and lets a program keep two secrets", () => assert.deepEqual(compile(), []));

    it("refuses a text where a number is wanted", () => {
        fs.writeFileSync(program, PROGRAM.replace("memory: 128", 'memory: "128"'));
        assert.deepEqual(compile(), [
            "program.ts: Type 'string' is not assignable to type 'Input<number | undefined>'.",
        ]);
    });

    function compile(): string[] {
        const compiled = ts.createProgram([program], {
            strict: true,
            noEmit: true,
            target: ts.ScriptTarget.ES2022,
            module: ts.ModuleKind.Node16,
            moduleResolution: ts.ModuleResolutionKind.Node16,
            types: ["node"],
            typeRoots: [path.join(packageRoot(), "node_modules", "@types")],
            paths: { "@pulumi/ecs-secrets": [path.join(sdks(), "nodejs", "index.ts")] },
            skipLibCheck: true,
        });
        return ts
            .getPreEmitDiagnostics(compiled)
            .map(
                ({ file, messageText }) =>
                    `${path.basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
            );
    }
});
