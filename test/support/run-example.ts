import * as pulumi from "@pulumi/pulumi";
import { createRequire } from "node:module";
import { transpileModule, ModuleKind, ScriptTarget } from "typescript";
import type { Program } from "./recording";

const load = createRequire(__filename);

/** Makes a program of an example's TypeScript, with the configuration that it asks for. */
export function exampleProgram(code: string, config: Record<string, string> = {}): Program {
    const { outputText } = transpileModule(code, {
        compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
    });
    const own = { "pulumi-ecs-secrets": "../../components" } as Record<string, string>;
    return () => {
        pulumi.runtime.setAllConfig(
            Object.fromEntries(
                Object.entries(config).map(([key, text]) => [`project:${key}`, text]),
            ),
        );
        // The code is a page of this repository, run as a user would.
        const run = new Function("require", "exports", outputText) as (
            require: (id: string) => unknown,
            exports: object,
        ) => void;
        run((id) => load(own[id] ?? id) as unknown, {});
    };
}
