import * as fs from "node:fs";
import * as path from "node:path";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { packageRoot } from "./package-root";

/** A Pulumi program, by a name that its project gets. */
export interface Program {
    readonly project: string;
    readonly run: PulumiFn;
}

/** Loads one of the examples as its compiled self. */
export function exampleProgram(example: string): Program {
    const file = path.join(packageRoot(), "bin", "examples", example, "index.js");
    if (!fs.existsSync(file)) {
        throw new Error(`The example ${example} is not built. Run: npm run build`);
    }
    return fileProgram(example, file);
}

/** Loads a program from a file, anew on each run, as the CLI would. */
export function fileProgram(project: string, file: string): Program {
    const run = () => {
        delete require.cache[require.resolve(file)];
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- chosen at run time
        return Promise.resolve(require(file) as Record<string, unknown>);
    };
    return { project, run };
}
