import { spawn } from "node:child_process";
import { findTellingLine } from "./telling-line";

/** What came of a command: what it printed, or why it failed. */
export type CommandOutcome = { readonly stdout: string } | { readonly failure: string };

/** How to run a command. */
export interface CommandSettings {
    /** The environment of the command. */
    readonly env: NodeJS.ProcessEnv;
    /** After so many milliseconds the command is stopped. */
    readonly timeout: number;
    /**
     * The folder it runs in.
     * @default - that of this process
     */
    readonly cwd?: string;
}

// So much of each stream is kept: enough to find what went wrong, whatever the command prints.
const LONGEST_OUTPUT = 1_000_000;

/**
 * Runs a command without a shell (paths may hold anything) and without a terminal (it can ask
 * nothing). A command that fails is an outcome, not an exception.
 */
export function runCommand(
    command: string,
    args: readonly string[],
    { env, timeout, cwd }: CommandSettings,
): Promise<CommandOutcome> {
    return new Promise((resolve) => {
        const child = spawn(command, args, {
            cwd,
            env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
            stdio: ["ignore", "pipe", "pipe"],
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        const stop = (): void => void child.kill();
        const settle = (outcome: CommandOutcome): void => {
            clearTimeout(timer);
            process.off("exit", stop);
            // A grandchild may still hold the pipes, and must not hold this process.
            child.stdout.destroy();
            child.stderr.destroy();
            resolve(outcome);
        };
        const timer = setTimeout(() => {
            stop();
            child.unref();
            settle({ failure: `stopped, it took longer than ${timeout / 1000} s` });
        }, timeout);
        process.once("exit", stop);
        child.on("error", (error) => settle({ failure: `cannot be started: ${error.message}` }));
        child.on("close", (code, signal) => {
            const end = signal === null ? `exit code ${code}` : `ended by ${signal}`;
            settle(
                code === 0
                    ? { stdout: stdout() }
                    : { failure: findTellingLine(stderr()) ?? findTellingLine(stdout()) ?? end },
            );
        });
    });
}

function collect(stream: NodeJS.ReadableStream): () => string {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (piece: string) => {
        text = (text + piece).slice(0, LONGEST_OUTPUT);
    });
    return () => text;
}
