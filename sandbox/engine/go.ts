import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root";
import { addToCache, commandIn, engineFolder } from "./cache";
import { Step } from "./engine";
import { findOnPath } from "./executables";
import { withProgress } from "./progress";
import { runCommand } from "./run-command";
import { compareVersions, OLDEST_GO, parseGoVersion, PINNED_VERSION } from "./versions";

const BUILD_TIMEOUT_MS = 45 * 60_000;
const VERSION_TIMEOUT_MS = 60_000;

/** Builds the CLI from its Go module, with the versions that are committed in `build/`. */
export const go: Step = {
    tried: "building with Go",
    async run(search) {
        const { env } = search;
        const command = findOnPath("go", env);
        if (command === undefined) {
            return { outcome: "no go on PATH" };
        }
        const version = await readGoVersion(command, env);
        if ("outcome" in version) {
            return version;
        }
        return withProgress(
            search,
            {
                start: `Building the Pulumi CLI ${PINNED_VERSION} with Go ${version.go} (about 3 to 7 minutes the first time)…`,
                ongoing: "Still building the Pulumi CLI…",
                done: `Built the Pulumi CLI ${PINNED_VERSION}`,
            },
            () =>
                addToCache("Go", env, (installation, workFolder) =>
                    build(command, env, installation, workFolder),
                ),
        );
    },
};

async function readGoVersion(
    command: string,
    env: NodeJS.ProcessEnv,
): Promise<{ readonly go: string } | { readonly outcome: string }> {
    // Not in the user's folder: a go.mod there may ask for another Go, which would then answer.
    const settings = { env, cwd: engineFolder(env), timeout: VERSION_TIMEOUT_MS };
    const printed = await runCommand(command, ["version"], settings);
    if ("failure" in printed) {
        return { outcome: `\`${command} version\` fails: ${printed.failure}` };
    }
    const version = parseGoVersion(printed.stdout);
    if (version === undefined) {
        return { outcome: `\`${command} version\` prints no version` };
    }
    return compareVersions(version, OLDEST_GO) < 0
        ? { outcome: `${command} is version ${version}, older than ${OLDEST_GO}` }
        : { go: version };
}

async function build(
    command: string,
    env: NodeJS.ProcessEnv,
    installation: string,
    workFolder: string,
): Promise<string | undefined> {
    // A copy, so that nothing can change the committed files and the package may be read-only.
    const module = join(workFolder, "module");
    await mkdir(module);
    await mkdir(dirname(commandIn(installation)));
    for (const file of ["go.mod", "go.sum"]) {
        await copyFile(join(packageRoot(), "sandbox", "engine", "build", file), join(module, file));
    }
    const outcome = await runCommand(
        command,
        [
            "build",
            // On the command line it goes before a `-mod` in the user's GOFLAGS, and leaves the
            // rest of those as they are, wherever they are set.
            "-mod=readonly",
            // Without its version the Automation API refuses the CLI.
            `-ldflags=-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${PINNED_VERSION}`,
            "-o",
            commandIn(installation),
            "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
        ],
        { env: buildEnvironment(env), cwd: module, timeout: BUILD_TIMEOUT_MS },
    );
    return "failure" in outcome ? outcome.failure : undefined;
}

// What the user may have set for other work, and what would build something else or nothing here.
function buildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return { ...env, GO111MODULE: "on", GOWORK: "off", GOOS: undefined, GOARCH: undefined };
}
