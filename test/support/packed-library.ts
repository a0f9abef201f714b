import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** The library as it is published. */
export interface PackedLibrary {
    /** The tarball. */
    readonly tarball: string;
    /** A folder that holds the unpacked library, and none of its peers, as `node_modules`. */
    readonly folder: string;
    /** The files in the tarball, sorted. */
    readonly files: readonly string[];
    /** How many bytes the tarball has. */
    readonly size: number;
}

interface PackOutput {
    readonly filename: string;
    readonly size: number;
    readonly files: readonly { readonly path: string }[];
}

let packed: PackedLibrary | undefined;

/** Packs what was built, once a process; builds it where nothing was. */
export function packLibrary(): PackedLibrary {
    packed ??= pack();
    return packed;
}

/** A new folder beside which the library is installed, with some of the peers that are here. */
export function createConsumer(peers: readonly string[]): string {
    const folder = createTemporaryFolder();
    const library = path.join(folder, "node_modules", "pulumi-ecs-secrets");
    fs.mkdirSync(path.dirname(library), { recursive: true });
    fs.cpSync(path.join(packLibrary().folder, "pulumi-ecs-secrets"), library, { recursive: true });
    for (const peer of peers) {
        const link = path.join(folder, "node_modules", peer);
        fs.mkdirSync(path.dirname(link), { recursive: true });
        fs.symlinkSync(path.join(packageRoot(), "node_modules", peer), link);
    }
    return folder;
}

function pack(): PackedLibrary {
    const root = packageRoot();
    if (!fs.existsSync(path.join(root, "bin", "components", "index.js"))) {
        npm(["run", "--silent", "build"], root);
    }
    const folder = createTemporaryFolder();
    // Without `prepare`, which would build while other tests read what is built.
    const options = ["--ignore-scripts", "--json", "--pack-destination", folder];
    const [{ filename, size, files }] = JSON.parse(npm(["pack", ...options], root)) as PackOutput[];
    const tarball = path.join(folder, filename);
    const library = path.join(folder, "pulumi-ecs-secrets");
    fs.mkdirSync(library);
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", library]);
    return { tarball, folder, files: files.map((file) => file.path).sort(), size };
}

function npm(args: readonly string[], cwd: string): string {
    return execFileSync("npm", args, { cwd, encoding: "utf8" });
}

function createTemporaryFolder(): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-library-"));
    process.once("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
    return folder;
}
