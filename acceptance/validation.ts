import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Request } from "./translation";

// Nothing of the user's Python is used, and nothing is written beside the scripts.
const PYTHON_FLAGS = ["-B", "-E", "-s"];

/**
 * What botocore finds in each of the requests, and cfn-lint in what they carry, in their order. A
 * finding begins with the name of who found it.
 */
export async function findInRequests(
    python: string,
    requests: readonly Request[],
): Promise<string[][]> {
    const child = spawn(python, PYTHON_FLAGS.concat(join(__dirname, "validate.py")), {
        stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    child.stdin.end(JSON.stringify(requests.map(renderRequest)));
    let text = "";
    for await (const piece of child.stdout.setEncoding("utf8")) {
        text += String(piece);
    }
    const code = await ended;
    if (code !== 0) {
        throw new Error(`acceptance/validate.py ended with exit code ${code}`);
    }
    return JSON.parse(text) as string[][];
}

function renderRequest({ service, operation, input }: Request): object {
    return { service, operation, params: renderBytes(input) };
}

/** JSON has no bytes; botocore takes a text for them. */
function renderBytes(value: unknown): unknown {
    if (Buffer.isBuffer(value)) {
        return value.toString("base64");
    }
    if (Array.isArray(value)) {
        return value.map(renderBytes);
    }
    return typeof value !== "object" || value === null
        ? value
        : Object.fromEntries(
              Object.entries(value).map(([key, entry]) => [key, renderBytes(entry)]),
          );
}
