import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

/** The file name of an executable on this system. */
export function executableName(name: string): string {
    return process.platform === "win32" ? `${name}.exe` : name;
}

/** Whether the path leads to a file that may be executed. */
export function isExecutable(path: string): boolean {
    try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
    } catch {
        return false;
    }
}

/** The folders of PATH, absolute. */
export function foldersOfPath(env: NodeJS.ProcessEnv): string[] {
    const path = env.PATH ?? env.Path ?? ""; // A copy of Windows' environment keeps its `Path`.
    return path.split(delimiter).flatMap((folder) => (folder === "" ? [] : [resolve(folder)]));
}

/** The first executable of that name on PATH. */
export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
    return foldersOfPath(env)
        .map((folder) => join(folder, executableName(name)))
        .find(isExecutable);
}

/**
 * Whether the CLI will find `pulumi-language-nodejs`: on PATH, or beside its own executable with
 * links followed, which is where the engine looks, or beside the command as it is called, because
 * the Automation API puts that folder on PATH.
 */
export function hasNodeLanguageHost(command: string, env: NodeJS.ProcessEnv): boolean {
    const name = executableName("pulumi-language-nodejs");
    return (
        findOnPath("pulumi-language-nodejs", env) !== undefined ||
        isExecutable(join(dirname(command), name)) ||
        isExecutable(join(dirname(realpathSync(command)), name))
    );
}
