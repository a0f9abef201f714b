import { spawn } from "node:child_process";
import * as path from "node:path";
import type { PulumiCommand } from "@pulumi/pulumi/automation";
import { parse } from "semver";
import type { Engine } from "./engine";

/** What a command of the Pulumi CLI left behind. */
export interface CliResult {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** A command of the Pulumi CLI that ended with another exit code than 0. */
export class CliError extends Error {
    constructor(readonly result: CliResult) {
        super(`pulumi ended with exit code ${result.exitCode}\n${result.stdout}${result.stderr}`);
        this.name = "CliError";
    }
}

/** Runs a command of the CLI; one that fails throws a {@link CliError}. */
export type RunCli = (args: readonly string[], options: CliOptions) => Promise<CliResult>;

/**
 * Runs the engine's CLI for the Automation API. The SDK's own runner loses the exit code, and the
 * exit code is what a pipeline sees of a policy.
 */
export function cliCommand(engine: Engine, runCommand: RunCli): PulumiCommand {
    const run = (
        args: string[],
        cwd: string,
        env: NodeJS.ProcessEnv,
        onOutput?: (text: string) => void,
        onError?: (text: string) => void,
    ) => runCommand(args, { cwd, env, onOutput, onError });
    // The class has a private constructor; these are the members that the SDK reads.
    return {
        command: engine.command,
        version: parse(engine.version),
        run,
    } as unknown as PulumiCommand;
}

/** How a command of the CLI is run. */
export interface CliOptions {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly onOutput?: (text: string) => void;
    readonly onError?: (text: string) => void;
    /**
     * The words of a command that ends by running the words it is given, for example `env` with a
     * variable: it is given the CLI's.
     * @default - the CLI is run as it is
     */
    readonly within?: readonly string[];
    /**
     * Stops the command: it is interrupted, and killed if it does not end for that. The promise is
     * settled only when nothing of the command works on its folders any more.
     * @default - the command runs until it ends
     */
    readonly signal?: AbortSignal;
    /**
     * How many milliseconds an interrupted command has for ending in good order.
     * @default 5000
     */
    readonly patience?: number;
}

/** A plugin asks once a second whether its CLI is still there. */
const ORPHANS_ARE_GONE_AFTER = 2_000;

/** Runs a command of an engine's CLI; one that fails throws a {@link CliError}. */
export function runCli(
    engine: Engine,
    args: readonly string[],
    options: CliOptions,
): Promise<CliResult> {
    const { cwd, env, onOutput, onError, within = [], signal, patience = 5_000 } = options;
    if (signal?.aborted) {
        return Promise.reject(new Error(`Interrupted before pulumi ${args[0]} was started.`));
    }
    const searchPath = [path.dirname(engine.command), env.PATH ?? process.env.PATH].join(
        path.delimiter,
    );
    const [command, ...rest] = [...within, engine.command, ...args, "--non-interactive"];
    const child = spawn(command, rest, {
        cwd,
        env: { ...process.env, ...env, PATH: searchPath },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let deadline: NodeJS.Timeout | undefined;
    const stop = () => {
        // An interrupt is the CLI's way to end in good order; it stops its plugins itself.
        child.kill("SIGINT");
        deadline = setTimeout(() => {
            child.kill("SIGKILL");
            // Whoever else holds these must not keep us waiting.
            child.stdout.destroy();
            child.stderr.destroy();
        }, patience);
    };
    signal?.addEventListener("abort", stop, { once: true });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
        onOutput?.(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
        onError?.(text);
    });
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            clearTimeout(deadline);
            signal?.removeEventListener("abort", stop);
            const result = { exitCode: code ?? 1, stdout, stderr };
            if (code === 0) {
                resolve(result);
            } else if (code === null) {
                // Killed: its plugins are left without their CLI.
                setTimeout(() => reject(new CliError(result)), ORPHANS_ARE_GONE_AFTER);
            } else {
                reject(new CliError(result));
            }
        });
    });
}
