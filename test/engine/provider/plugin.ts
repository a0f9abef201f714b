import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../../sandbox/package-root";
import { quote } from "../../../sandbox/plugins";
import type { Sandbox } from "../../../sandbox/sandbox";

/**
 * The forms of the plugin: the folder with its PulumiPlugin.yaml, which a Node language host runs, and
 * the executable, which the engine runs itself.
 */
export type PluginForm = "executable" | "folder";

/**
 * Puts the plugin onto the sandbox's PATH. A folder is run as Pulumi's Node language host runs it, for
 * that host (a Go program) is not to be had everywhere.
 */
export function installPlugin({ folder }: Sandbox, form: PluginForm): void {
    const command =
        form === "executable"
            ? [path.join(packageRoot(), "bin", "provider", "main.js")]
            : [require.resolve("@pulumi/pulumi/cmd/run-plugin"), packageRoot()];
    const words = [process.execPath, ...command].map(quote).join(" ");
    const file = path.join(folder, "simulated-aws", "pulumi-resource-ecs-secrets");
    fs.writeFileSync(file, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
}

/** Writes a project into a new folder of the sandbox. */
export function writeProject({ folder }: Sandbox, files: Readonly<Record<string, string>>): string {
    const project = fs.mkdtempSync(path.join(folder, "project-"));
    for (const [name, text] of Object.entries(files)) {
        fs.writeFileSync(path.join(project, name), text);
    }
    return project;
}
