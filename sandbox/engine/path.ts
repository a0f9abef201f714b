import { Step } from "./engine";
import { findOnPath, foldersOfPath } from "./executables";
import { inspectExecutable } from "./inspect-executable";

/**
 * The first `pulumi` on PATH, if it is new enough and runs policy packs. A later one on PATH is not
 * considered: it is not the one that the user gets when they type `pulumi`.
 */
export const path: Step = {
    tried: "pulumi on PATH",
    async run({ env }) {
        const command = findOnPath("pulumi", env);
        return command === undefined
            ? { outcome: `in none of its ${foldersOfPath(env).length} folders` }
            : inspectExecutable(command, "PATH", env);
    },
};
