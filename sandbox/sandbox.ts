import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { ConfigMap, InlineProgramArgs, LocalProgramArgs } from "@pulumi/pulumi/automation";
import { Account } from "./aws/account";
import { runCli, type RunCli } from "./cli";
import { findEngine, findLanguageYaml, type Engine } from "./engine";
import { ENVIRONMENT_FILE, PREFIX, removeLeftovers } from "./leftovers";
import {
    openStack,
    REGION,
    runWithin,
    withLanguageHost,
    type FolderStackOptions,
    type StackOptions,
    type StackPlace,
} from "./open-stack";
import { quote, writePlugins } from "./plugins";
import type { Program } from "./program";
import type { SandboxStack } from "./stack";

/** How a sandbox is opened. */
export interface SandboxOptions {
    /**
     * Receives one line of progress at a time.
     * @default - nothing is told
     */
    readonly report?: (line: string) => void;
    /**
     * Whether programs with `runtime: yaml` are to run. Their language host is built if there is none.
     * @default false
     */
    readonly yaml?: boolean;
}

/**
 * A folder with all that a real Pulumi engine needs to deploy to a simulated AWS account: state
 * backend, plugins and the account itself. Nothing outside the folder is touched.
 */
export class Sandbox {
    private readonly stacks = new Set<string>();
    private readonly running = new Set<Promise<unknown>>();
    private readonly interruption = new AbortController();

    private constructor(
        readonly engine: Engine,
        readonly folder: string,
        private readonly languageYaml: string | undefined,
    ) {}

    /** Finds an engine and opens a sandbox in a new folder. */
    static async open(options: SandboxOptions = {}): Promise<Sandbox> {
        const engine = await findEngine({ report: options.report });
        const languageYaml = options.yaml
            ? await findLanguageYaml(engine, { report: options.report })
            : undefined;
        removeLeftovers(os.tmpdir());
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
        fs.writeFileSync(path.join(folder, "pid"), String(process.pid));
        for (const part of ["aws", "home", "policy-host", "simulated-aws", "state"]) {
            fs.mkdirSync(path.join(folder, part));
        }
        writePlugins(folder);
        return new Sandbox(engine, folder, languageYaml);
    }

    /** The simulated account that the stacks of this sandbox are deployed to. */
    get account(): Account {
        return new Account(path.join(this.folder, "aws"), REGION);
    }

    /** The environment that the CLI needs to work on this sandbox. */
    get environment(): Record<string, string> {
        return {
            AWS_REGION: REGION,
            PATH: [
                path.join(this.folder, "simulated-aws"),
                path.join(this.folder, "policy-host"),
                process.env.PATH,
                // At the end: there may be other commands beside it.
                ...(this.languageYaml === undefined ? [] : [path.dirname(this.languageYaml)]),
            ].join(path.delimiter),
            PULUMI_BACKEND_URL: `file://${path.join(this.folder, "state")}`,
            PULUMI_CONFIG_PASSPHRASE: "simulated",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            // The simulated AWS is such a plugin: the engine finds it on PATH.
            PULUMI_IGNORE_AMBIENT_PLUGINS: "false",
            PULUMI_HOME: path.join(this.folder, "home"),
            PULUMI_SKIP_UPDATE_CHECK: "true",
        };
    }

    /** Creates a stack of a program, or selects it if this sandbox has it, and sets its config. */
    stack(
        name: string,
        program: Program,
        config: ConfigMap = {},
        { region = REGION, within }: StackOptions = {},
    ): Promise<SandboxStack> {
        const { project: projectName, run } = program;
        const workDir = fs.mkdtempSync(path.join(this.folder, `${projectName}-`));
        return this.open(
            `${projectName}/${name}`,
            { stackName: name, projectName, program: run },
            { workDir, run: runWithin(this.runCli, within) },
            { AWS_REGION: region },
            config,
        );
    }

    /**
     * Creates a stack of the project in a folder, which the CLI runs from its files whatever its
     * runtime, or selects it if this sandbox has it, and sets its config.
     */
    folderStack(
        name: string,
        folder: string,
        config: ConfigMap = {},
        { region = REGION, within, languageHost, environment }: FolderStackOptions = {},
    ): Promise<SandboxStack> {
        return this.open(
            `${folder}/${name}`,
            { stackName: name, workDir: folder },
            {
                workDir: folder,
                run: withLanguageHost(runWithin(this.runCli, within), languageHost),
            },
            { AWS_REGION: region, ...environment },
            config,
        );
    }

    private async open(
        id: string,
        args: InlineProgramArgs | LocalProgramArgs,
        place: Pick<StackPlace, "workDir" | "run">,
        more: Readonly<Record<string, string>>,
        config: ConfigMap,
    ): Promise<SandboxStack> {
        const stack = await openStack(
            args,
            {
                ...place,
                engine: this.engine,
                environment: { ...this.environment, ...more },
                isKnown: this.stacks.has(id),
            },
            { "aws:region": { value: more.AWS_REGION }, ...config },
        );
        this.stacks.add(id);
        return stack;
    }

    /** Ends the commands that still run, and starts no other. */
    async interrupt(): Promise<void> {
        this.interruption.abort();
        await Promise.allSettled(this.running);
    }

    /** Removes the sandbox with everything in it. */
    close(): void {
        fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }

    /**
     * Leaves the sandbox where it is, also when another one is opened later, with a file to source
     * for working on it. Returns how.
     */
    keep(): string {
        const file = path.join(this.folder, ENVIRONMENT_FILE);
        const { PATH, ...variables } = this.environment;
        const lines = Object.entries({
            ...variables,
            PATH: [path.dirname(this.engine.command), PATH].join(path.delimiter),
        }).map(([name, value]) => `export ${name}=${quote(value)}\n`);
        fs.writeFileSync(file, lines.join(""), { mode: 0o600 });
        fs.rmSync(path.join(this.folder, "pid"));
        return `${this.folder} (\`. ${file}\`, then for example \`pulumi stack ls --all\`)`;
    }

    private readonly runCli: RunCli = (args, options) => {
        const { signal } = this.interruption;
        const command = runCli(this.engine, args, { ...options, signal });
        this.running.add(command);
        const forget = () => this.running.delete(command);
        command.then(forget, forget);
        return command;
    };
}
