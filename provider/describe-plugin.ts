import { parseArgs } from "node:util";
import type { PackageSchema } from "./package-schema";

/**
 * Answers who asks what this is, and nothing to an engine, which gives its address; neither does
 * somebody who starts the plugin by hand to debug it, and names its port to the engine.
 * Source: https://www.pulumi.com/docs/iac/guides/building-extending/providers/
 */
export function describePlugin(
    words: readonly string[],
    { name, version }: Pick<PackageSchema, "name" | "version">,
): string | undefined {
    const { values } = parseArgs({
        args: [...words],
        // The engine may add flags of its own, on logging for example.
        strict: false,
        allowPositionals: true,
        options: { help: { type: "boolean" }, version: { type: "boolean" } },
    });
    if (values.version) {
        return version;
    }
    return values.help
        ? [
              `${name} ${version}: the plugin that gives Pulumi programs in every language the components of pulumi-ecs-secrets.`,
              "",
              "pulumi package add <this file>",
              "",
              "Pulumi starts it; it prints the port that it listens on.",
          ].join("\n")
        : undefined;
}
