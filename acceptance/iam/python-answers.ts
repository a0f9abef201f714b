import { spawn } from "node:child_process";
import { join } from "node:path";

// Nothing of the user's Python is used, and nothing is written beside the scripts.
const PYTHON_FLAGS = ["-B", "-E", "-s"];

/** Runs one of the scripts of this folder: JSON goes in, and JSON comes out. */
export async function askPython(
    python: string,
    script: string,
    args: readonly string[],
    input: unknown,
): Promise<unknown> {
    const child = spawn(python, [...PYTHON_FLAGS, join(__dirname, script), ...args], {
        stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    child.stdin.end(JSON.stringify(input));
    let text = "";
    for await (const piece of child.stdout.setEncoding("utf8")) {
        text += String(piece);
    }
    const code = await ended;
    if (code !== 0) {
        throw new Error(`acceptance/iam/${script} ended with exit code ${code}`);
    }
    return JSON.parse(text);
}
