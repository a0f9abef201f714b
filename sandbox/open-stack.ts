import {
    LocalWorkspace,
    type ConfigMap,
    type InlineProgramArgs,
    type LocalProgramArgs,
} from "@pulumi/pulumi/automation";
import { cliCommand, type RunCli } from "./cli";
import type { Engine } from "./engine";
import { SandboxStack } from "./stack";

/** The commands that run a project's program. */
const RUNS_PROGRAM: ReadonlySet<string | undefined> = new Set(["preview", "up"]);

/** The region that stacks of a sandbox are deployed to, if nothing else is said. */
export const REGION = "us-east-1";

/** How a stack is opened. */
export interface StackOptions {
    /**
     * The region that it is deployed to, and with it the partition.
     * @default us-east-1
     */
    readonly region?: string;
    /**
     * A command within which those of the CLI are run; see {@link CliOptions.within}.
     * @default - the CLI is run as it is
     */
    readonly within?: readonly string[];
}

/** How a stack of a project's folder is opened. */
export interface FolderStackOptions extends StackOptions {
    /**
     * The address of a language host that runs the program.
     * @default - the engine starts the one of the project's runtime
     */
    readonly languageHost?: string;
    /**
     * More variables for the commands of the stack.
     * @default - those of the sandbox alone
     */
    readonly environment?: Readonly<Record<string, string>>;
}

/** Where and how the commands of a stack run. */
export interface StackPlace {
    readonly engine: Engine;
    readonly workDir: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly run: RunCli;
    /** Whether the stack is there already. */
    readonly isKnown: boolean;
}

/** Creates a stack, or selects it if it is there, and sets its config. */
export async function openStack(
    args: InlineProgramArgs | LocalProgramArgs,
    { engine, workDir, environment, run, isKnown }: StackPlace,
    config: ConfigMap,
): Promise<SandboxStack> {
    const open = isKnown ? LocalWorkspace.selectStack : LocalWorkspace.createStack;
    const options = { envVars: environment, pulumiCommand: cliCommand(engine, run) };
    // The SDK has an overload for each of the two, and none for either.
    const stack = await ("program" in args
        ? open.call(LocalWorkspace, args, { ...options, workDir })
        : open.call(LocalWorkspace, args as never, options));
    await stack.setAllConfig(config);
    return new SandboxStack(stack, (words) => run(words, { cwd: workDir, env: environment }));
}

/** Lets another command run the CLI. */
export function runWithin(run: RunCli, within: readonly string[] | undefined): RunCli {
    return (args, options) => run(args, { ...options, within });
}

/** Lets a language host that is there run the programs, in place of one that the engine starts. */
export function withLanguageHost(run: RunCli, address: string | undefined): RunCli {
    return (args, options) =>
        run(
            address !== undefined && RUNS_PROGRAM.has(args[0])
                ? [...args, "--client", address]
                : args,
            options,
        );
}
