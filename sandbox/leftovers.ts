import * as fs from "node:fs";
import * as path from "node:path";

/** What the names of all sandboxes begin with. */
export const PREFIX = "pulumi-ecs-secrets-";

/** The file of a sandbox that was kept. */
export const ENVIRONMENT_FILE = "environment.sh";

/** A folder without an owner may be one that is being opened just now. */
const OWNERLESS_AGE = 10 * 60_000;

/** Removes sandboxes of commands that were killed; a secret may be in their simulated store. */
export function removeLeftovers(temporary: string): void {
    for (const entry of fs.readdirSync(temporary).filter((name) => name.startsWith(PREFIX))) {
        const folder = path.join(temporary, entry);
        try {
            if (isLeftover(folder)) {
                fs.rmSync(folder, { recursive: true, force: true });
            }
        } catch {
            // Another user's, or another command is removing it just now.
        }
    }
}

function isLeftover(folder: string): boolean {
    const pidFile = path.join(folder, "pid");
    if (fs.existsSync(pidFile)) {
        return !isRunning(Number(fs.readFileSync(pidFile, "utf8")));
    }
    const isKept = fs.existsSync(path.join(folder, ENVIRONMENT_FILE));
    return !isKept && Date.now() - fs.statSync(folder).mtimeMs > OWNERLESS_AGE;
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
