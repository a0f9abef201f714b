import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root";
import { Engine, FindEngineOptions, Search } from "./engine";
import { executableName, findOnPath, isExecutable } from "./executables";
import { findGoTool, GoTool } from "./go-tool";
import { OLDEST_GO, YAML_VERSION } from "./versions";

const NAME = "pulumi-language-yaml";

/** No way led to Pulumi's language host for YAML. */
export class LanguageYamlNotFoundError extends Error {
    /** Makes the error from the reason why it cannot be built. */
    public constructor(engine: Engine, outcome: string) {
        super(
            [
                `No ${NAME} was found, which runs programs in YAML. What was tried:`,
                `  - beside ${engine.command}: not there`,
                "  - PATH: not there",
                `  - building with Go: ${outcome}`,
                "What you can do, any one of:",
                "  - install Pulumi with its language hosts, and put it on PATH: https://www.pulumi.com/docs/install/",
                `  - install Go ${OLDEST_GO} or newer (https://go.dev/dl) and run this again: it is then built, once`,
            ].join("\n"),
        );
        this.name = "LanguageYamlNotFoundError";
    }
}

/**
 * Finds Pulumi's language host for YAML, or builds it once into the cache. Every normal installation
 * of Pulumi has it beside the CLI, where the engine looks for it.
 *
 * @throws {@link LanguageYamlNotFoundError} if no way leads to it.
 */
export async function findLanguageYaml(
    engine: Engine,
    options: FindEngineOptions = {},
): Promise<string> {
    const search: Search = { env: process.env, report: () => undefined, ...options };
    const present = findBeside(engine) ?? findOnPath(NAME, search.env);
    if (present !== undefined) {
        return present;
    }
    const built = await findGoTool(languageYaml(), search).catch((error: Error) => ({
        outcome: error.message,
    }));
    if ("outcome" in built) {
        throw new LanguageYamlNotFoundError(engine, built.outcome);
    }
    search.report(`Using ${NAME}: ${built.found}.`);
    return built.found;
}

function findBeside({ command }: Engine): string | undefined {
    return [command, realpathSync(command)]
        .map((path) => join(dirname(path), executableName(NAME)))
        .find(isExecutable);
}

function languageYaml(): GoTool {
    return {
        name: NAME,
        title: `Pulumi's language host for YAML ${YAML_VERSION}`,
        entry: `language-yaml-${YAML_VERSION}`,
        source: {
            module: join(packageRoot(), "sandbox", "engine", "build-language-yaml"),
            path: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
            ldflags: `-s -w -X github.com/pulumi/pulumi-yaml/pkg/version.Version=v${YAML_VERSION}`,
        },
        duration: "about a minute",
        trial: ["-help"],
    };
}
