import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PACKAGE_NAME = "pulumi-ecs-secrets";

/**
 * The folder of this package: the nearest one above this file whose `package.json` bears its name.
 *
 * The same file runs as TypeScript (`sandbox/`) and compiled (`bin/sandbox/`), so a fixed number of
 * `..` would be right for only one of the two.
 */
export function packageRoot(): string {
    for (let folder = __dirname; ; folder = dirname(folder)) {
        const manifest = join(folder, "package.json");
        if (existsSync(manifest) && nameIn(manifest) === PACKAGE_NAME) {
            return folder;
        }
        if (dirname(folder) === folder) {
            throw new Error(`No folder above ${__dirname} holds the package ${PACKAGE_NAME}.`);
        }
    }
}

function nameIn(manifest: string): string | undefined {
    return (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name;
}
