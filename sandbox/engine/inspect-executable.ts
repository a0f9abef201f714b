import { Engine } from "./engine";
import { hasNodeLanguageHost, isExecutable } from "./executables";
import { runCommand } from "./run-command";
import {
    compareVersions,
    NEWEST_WITHOUT_LANGUAGE_HOST,
    OLDEST_VERSION,
    parsePulumiVersion,
} from "./versions";

// It takes well under a second; a machine that swaps must not cost somebody their cached build.
const VERSION_TIMEOUT_MS = 60_000;

/** Runs `pulumi version`: the version without its `v`, or why there is none. */
export async function readVersion(
    command: string,
    env: NodeJS.ProcessEnv,
): Promise<{ readonly version: string } | { readonly reason: string }> {
    if (!isExecutable(command)) {
        return { reason: `${command} is not an executable file` };
    }
    const outcome = await runCommand(command, ["version"], { env, timeout: VERSION_TIMEOUT_MS });
    if ("failure" in outcome) {
        return { reason: `\`${command} version\` fails: ${outcome.failure}` };
    }
    const version = parsePulumiVersion(outcome.stdout);
    return version === undefined
        ? { reason: `\`${command} version\` prints no version` }
        : { version };
}

/** Finds out whether an executable is a Pulumi CLI that can be used here, and why not. */
export async function inspectExecutable(
    command: string,
    source: Engine["source"],
    env: NodeJS.ProcessEnv,
): Promise<{ readonly found: Engine } | { readonly outcome: string }> {
    const read = await readVersion(command, env);
    if ("reason" in read) {
        return { outcome: read.reason };
    }
    const { version } = read;
    const engine = {
        command,
        version,
        source,
        hasNodeLanguageHost: hasNodeLanguageHost(command, env),
    };
    const shortcoming = findShortcoming(engine);
    return shortcoming === undefined
        ? { found: engine }
        : { outcome: `${command} is version ${version}, ${shortcoming}` };
}

function findShortcoming({ version, hasNodeLanguageHost }: Engine): string | undefined {
    if (compareVersions(version, OLDEST_VERSION) < 0) {
        return `older than ${OLDEST_VERSION}`;
    }
    if (!version.startsWith("3.")) {
        return "which the Automation API of version 3 refuses";
    }
    if (!hasNodeLanguageHost && compareVersions(version, NEWEST_WITHOUT_LANGUAGE_HOST) > 0) {
        return (
            "which runs no policy pack without pulumi-language-nodejs, and that is neither beside it " +
            `nor on PATH (only up to ${NEWEST_WITHOUT_LANGUAGE_HOST} is it known to do without)`
        );
    }
    return undefined;
}
