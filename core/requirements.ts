// Imports nothing, and is read before anything else is: what comes after may not even load where a
// requirement is not met. So it stands outside of core's one door.

/** A package that this one runs beside, and its lowest version; the next major one is too high. */
export interface PeerRequirement {
    readonly name: string;
    readonly lowest: string;
}

/** Where it runs: Node's version, and what loads a module as the caller's own `require` does. */
export interface Surroundings {
    readonly node: string;
    readonly load: (specifier: string) => unknown;
}

/** The lowest version of Node; `engines` in package.json says the same. */
export const LOWEST_NODE = "20.0.0";

/** The peers of the library; `peerDependencies` in package.json says the same. */
export const LIBRARY_PEERS: readonly PeerRequirement[] = [
    { name: "@pulumi/pulumi", lowest: "3.210.0" },
    { name: "@pulumi/aws", lowest: "7.2.0" },
];

/** The peers of the policies, for packs that import them. */
export const POLICY_PEERS: readonly PeerRequirement[] = [
    { name: "@pulumi/pulumi", lowest: "3.210.0" },
    { name: "@pulumi/policy", lowest: "1.21.0" },
];

/** Says in one sentence what is not met and what to do, or nothing if all is. */
export function findUnmetRequirement(
    peers: readonly PeerRequirement[],
    { node, load }: Surroundings,
): string | undefined {
    if (isLower(node, LOWEST_NODE)) {
        return (
            `pulumi-ecs-secrets needs Node ${LOWEST_NODE} or newer, and this is Node ${node}: ` +
            "install a current Node from https://nodejs.org/ and try again."
        );
    }
    const unmet = peers
        .map((peer) => ({ ...peer, found: findVersion(peer.name, load) }))
        .filter(({ found, lowest }) => found !== UNKNOWN && !isCompatible(found, lowest));
    if (unmet.length === 0) {
        return undefined;
    }
    const needed = unmet.map(
        ({ name, lowest, found }) => `${name} ^${lowest} and finds ${found ?? "none"}`,
    );
    const wanted = unmet.map(({ name, lowest }) => `"${name}@^${lowest}"`);
    return (
        `pulumi-ecs-secrets needs ${needed.join(", and ")}: ` +
        `run \`npm install ${wanted.join(" ")}\` beside your program's package.json and try again.`
    );
}

/** An error of one sentence: Pulumi prints no stack of a `RunError`, which it knows by this field. */
export function createRequirementError(sentence: string): Error {
    const error = new Error(sentence);
    error.stack = `${error.name}: ${sentence}`;
    return Object.defineProperty(error, "__pulumiRunError", { value: true });
}

const UNKNOWN = "unknown";

/** The version of a package, `undefined` if there is none, UNKNOWN if it does not show it. */
function findVersion(name: string, load: (specifier: string) => unknown): string | undefined {
    try {
        const { version } = load(`${name}/package.json`) as { readonly version?: unknown };
        return typeof version === "string" && /^v?\d+\.\d+\.\d+/.test(version) ? version : UNKNOWN;
    } catch (error) {
        const { code } = error as { readonly code?: unknown };
        return code === "MODULE_NOT_FOUND" ? undefined : UNKNOWN;
    }
}

/** Whether npm's `^` lets the version in; what is before a release counts as the release. */
function isCompatible(version: string | undefined, lowest: string): boolean {
    return (
        version !== undefined && parse(version)[0] === parse(lowest)[0] && !isLower(version, lowest)
    );
}

function isLower(version: string, lowest: string): boolean {
    const [found, asked] = [parse(version), parse(lowest)];
    const index = asked.findIndex((part, position) => part !== found[position]);
    return index >= 0 && found[index] < asked[index];
}

/** The three numbers of a version; some packages of Pulumi write a `v` before them. */
function parse(version: string): number[] {
    return version
        .replace(/^v/, "")
        .split(".", 3)
        .map((part) => parseInt(part, 10));
}
