import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** What the pack is measured beside: the least that looks at a whole stack. */
const EMPTY = `const { PolicyPack } = require("@pulumi/policy");
const policy = { name: "empty", description: "Nothing.", validateStack: () => undefined };
new PolicyPack("empty", { policies: [{ ...policy, enforcementLevel: "mandatory" }] });
`;

/** The folders of the two packs, and ours as one executable file. */
export interface PackFolders {
    readonly ours: string;
    readonly empty: string;
    readonly executable: string;
}

/** Builds the pack, and one that does nothing, in a folder of their own, and removes it in the end. */
export async function withPacks(work: (folders: PackFolders) => Promise<void>): Promise<void> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-bench-"));
    try {
        const [ours, empty] = ["ours", "empty"].map((name) => copyPack(path.join(folder, name)));
        fs.symlinkSync(path.join(packageRoot(), "node_modules"), path.join(folder, "node_modules"));
        const build = path.join(packageRoot(), "scripts", "build-pack.js");
        execFileSync(process.execPath, [build, ours]);
        fs.writeFileSync(path.join(empty, "bin", "index.js"), EMPTY);
        const executable = path.join(ours, "bin", "ecs-secrets-policies");
        await work({ ours, empty, executable });
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

function copyPack(to: string): string {
    fs.mkdirSync(path.join(to, "bin"), { recursive: true });
    for (const file of ["PulumiPolicy.yaml", "load.js", "package.json"]) {
        fs.copyFileSync(path.join(packageRoot(), "policypack", file), path.join(to, file));
    }
    return to;
}
