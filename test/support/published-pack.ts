import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** The policy pack as it is published, built and packed anew. */
export interface PublishedPack {
    /** What `npm pack` printed to its standard output. */
    readonly printed: string;
    readonly tarball: string;
    /** Where the tarball was unpacked. */
    readonly folder: string;
    /** The executable, alone in a folder of its own. */
    readonly executable: string;
}

/** What `npm pack` may take of the folder of the pack: all but what was built there before. */
const isSource = (file: string): boolean => !["LICENSE", "bin"].includes(path.basename(file));

/** Builds and packs the policy pack in a folder, as `pulumi policy publish` does. */
export function publishPack(folder: string): PublishedPack {
    const root = packageRoot();
    const source = path.join(folder, "policypack");
    fs.cpSync(path.join(root, "policypack"), source, { recursive: true, filter: isSource });
    execFileSync(process.execPath, [path.join(root, "scripts", "build-pack.js"), source]);
    // The engine runs it so, and takes all that is printed for the name of the file.
    const printed = execFileSync("npm", ["pack", "--loglevel=error"], {
        cwd: source,
        encoding: "utf8",
    });
    const tarball = path.join(source, printed.trim());
    execFileSync("tar", ["-xzf", tarball, "-C", folder]);
    const executable = path.join(folder, "alone", "ecs-secrets-policies");
    fs.mkdirSync(path.dirname(executable));
    fs.copyFileSync(path.join(folder, "package", "bin", "ecs-secrets-policies"), executable);
    return { printed, tarball, folder: path.join(folder, "package"), executable };
}

/** Publishes the pack for the tests of a file, and removes it after them. */
export function usePublishedPack(): () => PublishedPack {
    let folder: string;
    let published: PublishedPack;
    before("build and pack the policy pack", () => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-published-"));
        published = publishPack(folder);
    });
    after(() => fs.rmSync(folder, { recursive: true, force: true }));
    return () => published;
}

/** Gives an unpacked tarball the dependencies of this repository, in place of `npm install`. */
export function linkDependencies(folder: string): void {
    fs.symlinkSync(path.join(packageRoot(), "node_modules"), path.join(folder, "node_modules"));
}
