/**
 * The version that is installed or built where none is found.
 *
 * It stays at 3.259.0: a CLI built from its Go module comes without `pulumi-language-nodejs`, and
 * 3.259.0 still runs a policy pack by `pulumi-analyzer-policy-nodejs` in that case. 3.274 no longer
 * does. The Go module in `build/` requires the same version.
 */
export const PINNED_VERSION = "3.259.0";

/**
 * The oldest version that is taken as it is found.
 *
 * Since 3.227.0 a mandatory violation ends the CLI with exit code 1, which is what this project
 * promises a pipeline; before it was 255. 3.229.0 is the first one after it that also has
 * `pulumi policy analyze`, by which a pack is run over a stack that exists.
 */
export const OLDEST_VERSION = "3.229.0";

/**
 * The newest version known to run a policy pack without `pulumi-language-nodejs`. 3.274 is known not
 * to; those between were not tried and count as not.
 */
export const NEWEST_WITHOUT_LANGUAGE_HOST = "3.259.0";

/** The version of Pulumi's language host for YAML that is built where none is found. */
export const YAML_VERSION = "1.32.0";

/** The oldest Go that the Go modules in `build/` and `build-language-yaml/` accept. */
export const OLDEST_GO = "1.25.11";

/**
 * Reads the version in what `pulumi version` prints, without the `v`. A line of its own is asked
 * for, so that no version is read out of a warning.
 */
export function parsePulumiVersion(printed: string): string | undefined {
    return /^v?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)\r?$/m.exec(printed)?.[1];
}

/** Reads the version in what `go version` prints; a missing third number counts as 0. */
export function parseGoVersion(printed: string): string | undefined {
    const [, majorMinor, patch] = /\bgo(\d+\.\d+)(?:\.(\d+))?/.exec(printed) ?? [];
    return majorMinor === undefined ? undefined : `${majorMinor}.${patch ?? "0"}`;
}

/** Orders two versions: negative if `a` is the older. A pre-release is older than its release. */
export function compareVersions(a: string, b: string): number {
    const [left, right] = [numbersOf(a), numbersOf(b)];
    for (let i = 0; i < 3; i++) {
        if (left[i] !== right[i]) {
            return left[i] - right[i];
        }
    }
    return Number(isPreRelease(b)) - Number(isPreRelease(a));
}

function numbersOf(version: string): number[] {
    return version.split(/[-+]/, 1)[0].split(".").map(Number);
}

// What follows a `+` is build metadata and orders nothing.
function isPreRelease(version: string): boolean {
    return version.split("+", 1)[0].includes("-");
}
