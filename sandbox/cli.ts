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

/**
 * Runs the engine's CLI for the Automation API. The SDK's own runner loses the exit code, and the
 * exit code is what a pipeline sees of a policy.
 */
export function cliCommand(engine: Engine): PulumiCommand {
    const run = (
        args: string[],
        cwd: string,
        env: NodeJS.ProcessEnv,
        onOutput?: (text: string) => void,
        onError?: (text: string) => void,
        signal?: AbortSignal,
    ) => runCli(engine, args, { cwd, env, onOutput, onError, signal });
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
    readonly signal?: AbortSignal;
}

/** Runs a command of the CLI; one that fails throws a {@link CliError}. */
export function runCli(
    engine: Engine,
    args: readonly string[],
    options: CliOptions,
): Promise<CliResult> {
    const { cwd, env, onOutput, onError, signal } = options;
    const searchPath = [path.dirname(engine.command), env.PATH ?? process.env.PATH].join(
        path.delimiter,
    );
    const child = spawn(engine.command, [...args, "--non-interactive"], {
        cwd,
        env: { ...process.env, ...env, PATH: searchPath },
        stdio: ["ignore", "pipe", "pipe"],
    });
    // An interrupt is the CLI's way to end in good order; it kills its plugins itself.
    signal?.addEventListener("abort", () => child.kill("SIGINT"));
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => {
        stdout += data.toString();
        onOutput?.(data.toString());
    });
    child.stderr.on("data", (data: Buffer) => {
        stderr += data.toString();
        onError?.(data.toString());
    });
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            const result = { exitCode: code ?? 1, stdout, stderr };
            if (code === 0) {
                resolve(result);
            } else {
                reject(new CliError(result));
            }
        });
    });
}
