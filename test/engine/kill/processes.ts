import { spawnSync } from "node:child_process";

/** A process of this machine. */
export interface Process {
    readonly pid: number;
    readonly parent: number;
    readonly command: string;
}

/** The processes that a process has started, and theirs. */
export function listDescendants(ancestor: number): Process[] {
    const all = listProcesses();
    const childrenOf = (pid: number): Process[] =>
        all
            .filter(({ parent }) => parent === pid)
            .flatMap((child) => [child, ...childrenOf(child.pid)]);
    return childrenOf(ancestor);
}

/** Those of the processes that still run. */
export function listRunning(processes: readonly Pick<Process, "pid">[]): Process[] {
    const pids = new Set(processes.map(({ pid }) => pid));
    return listProcesses().filter(({ pid }) => pids.has(pid));
}

function listProcesses(): Process[] {
    // These flags are those of Linux and of macOS.
    const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], {
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.split("\n").flatMap((line) => {
        const [, pid, parent, stat, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
        // One that has ended, and that nobody has asked for, is listed as a zombie.
        return pid === undefined || stat.startsWith("Z")
            ? []
            : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}

/** Waits until something is so; without end where it never is, for the test has a time limit. */
export async function waitUntil<T>(ask: () => T | undefined | false): Promise<T> {
    for (;;) {
        const answer = ask();
        if (answer !== undefined && answer !== false) {
            return answer;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}
