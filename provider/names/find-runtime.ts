import * as fs from "node:fs";
import * as path from "node:path";
import { parseRuntime } from "./parse-runtime";

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Finds the runtime of the program: that of the nearest project file in a folder or above it. */
export function findRuntime(folder: string): string | undefined {
    for (const name of PROJECT_FILES) {
        const text = readText(path.join(folder, name));
        if (text !== undefined) {
            return parseRuntime(text);
        }
    }
    const above = path.dirname(folder);
    return above === folder ? undefined : findRuntime(above);
}

/** A project file that cannot be read is the engine's to tell of. */
function readText(file: string): string | undefined {
    try {
        return fs.readFileSync(file, "utf8");
    } catch {
        return undefined;
    }
}
