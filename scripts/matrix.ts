import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as prettier from "prettier";
import * as semver from "semver";
import manifest from "../package.json";
import pack from "../policypack/package.json";
import { renderMatrix, replaceBlock, type Cell, type Findings } from "./matrix/render";

const root = path.join(__dirname, "..");
const page = path.join(root, "docs", "compatibility.md");

/** The lowest Node that is claimed, and the newest of each line that is. */
const NODES = [semver.minVersion(manifest.engines.node)?.version ?? "", "20", "22", "24"];

/** The SDK and the provider, each at the lowest version that is claimed and at the newest. */
const SDK = "@pulumi/pulumi";
const PROVIDER = "@pulumi/aws";

/** Installs what is published beside each of the versions, and tries it by each Node. */
function runMatrix(): Cell[] {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-matrix-"));
    try {
        const library = packInto(folder, root);
        const policies = packInto(folder, path.join(root, "policypack"));
        return boundsOf(SDK).flatMap((sdk) =>
            boundsOf(PROVIDER).flatMap((provider) => {
                const place = path.join(folder, `${sdk}-${provider}`);
                install(place, [library, `${SDK}@${sdk}`, `${PROVIDER}@${provider}`, POLICY]);
                installPack(path.join(place, "pack"), policies, sdk);
                return NODES.map((node) => tryBy(node, place, { sdk, provider }));
            }),
        );
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

const POLICY = `@pulumi/policy@${manifest.peerDependencies["@pulumi/policy"]}`;

/** The lowest version that is claimed, and the newest that there is within the claim. */
function boundsOf(name: typeof SDK | typeof PROVIDER): string[] {
    const claim = manifest.peerDependencies[name];
    const all = JSON.parse(npm(["view", `${name}@${claim}`, "version", "--json"])) as string[];
    const sorted = semver.sort(all.filter((version) => semver.prerelease(version) === null));
    return [semver.minVersion(claim)?.version ?? "", sorted[sorted.length - 1]];
}

function packInto(folder: string, source: string): string {
    const options = ["--ignore-scripts", "--json", "--pack-destination", folder];
    const [{ filename }] = JSON.parse(npm(["pack", ...options], source)) as { filename: string }[];
    return path.join(folder, filename);
}

function install(place: string, packages: readonly string[]): void {
    fs.mkdirSync(place, { recursive: true });
    const own = path.join(place, "package.json");
    if (!fs.existsSync(own)) {
        fs.writeFileSync(own, JSON.stringify({ name: "matrix", private: true }));
    }
    npm(["install", "--no-audit", "--no-fund", "--loglevel", "error", ...packages], place);
}

/** The unpacked pack with what it depends on, of which the SDK has no lower version than it claims. */
function installPack(place: string, tarball: string, sdk: string): void {
    fs.mkdirSync(place, { recursive: true });
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", place]);
    const lowest = semver.minVersion(pack.dependencies[SDK])?.version ?? sdk;
    install(place, [`${SDK}@${semver.lt(sdk, lowest) ? lowest : sdk}`]);
}

function tryBy(node: string, place: string, versions: Pick<Cell, "sdk" | "provider">): Cell {
    const args = ["--yes", `--package=node@${node}`, "--", "node"];
    const version = execFileSync("npx", [...args, "--version"], { cwd: place, encoding: "utf8" });
    const probe = path.join(root, "scripts", "matrix", "probe.js");
    const options = { cwd: place, encoding: "utf8", timeout: 300_000 } as const;
    const { stdout, stderr } = spawnSync("npx", [...args, probe], options);
    const line = stdout.trim().split("\n").pop() ?? "";
    const findings: Findings = line.startsWith("{")
        ? (JSON.parse(line) as Findings)
        : { program: `FAILED: ${/^.*Error: .*$/m.exec(stderr)?.[0] ?? "no answer"}` };
    const cell = { node: version.trim().replace(/^v/, ""), ...versions, findings };
    console.log(JSON.stringify(cell));
    return cell;
}

function npm(args: readonly string[], cwd = root): string {
    return execFileSync("npm", args, { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

async function write(cells: readonly Cell[]): Promise<void> {
    const text = replaceBlock(fs.readFileSync(page, "utf8"), renderMatrix(cells, new Date()));
    const options = await prettier.resolveConfig(page);
    fs.writeFileSync(page, await prettier.format(text, { ...options, filepath: page }));
}

if (require.main === module) {
    const cells = runMatrix();
    void write(cells);
    const isGreen = cells.every(({ findings }) => Object.values(findings).every(isMet));
    process.exitCode = isGreen ? 0 : 1;
}

function isMet(finding: string): boolean {
    return !finding.startsWith("FAILED");
}
