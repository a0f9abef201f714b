import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "./package-root";

/** The SDK's policy host would outlive an engine that was killed; see aws/main.ts. */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
    "const engine = process.ppid;" +
        "setInterval(() => process.ppid === engine || process.exit(1), 1000).unref();",
)}`;

/** The engine looks for executables of these names on PATH before it looks anywhere else. */
export function writePlugins(folder: string): void {
    const provider = path.join(packageRoot(), "bin", "sandbox", "aws", "main.js");
    if (!fs.existsSync(provider)) {
        throw new Error("The simulated AWS is not built. Run: npm run build");
    }
    const analyzer = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const account = path.join(folder, "aws");
    writeExecutable(path.join(folder, "simulated-aws", "pulumi-resource-aws"), [provider, account]);
    // Only an engine without its Node language host asks for this one.
    writeExecutable(path.join(folder, "policy-host", "pulumi-analyzer-policy-nodejs"), [
        "--import",
        END_WITH_PARENT,
        analyzer,
    ]);
}

function writeExecutable(file: string, command: string[]): void {
    const words = [process.execPath, ...command].map(quote).join(" ");
    fs.writeFileSync(file, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
}

/** Quotes a word for a POSIX shell. */
export function quote(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
