import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { LocalWorkspace, type ConfigMap } from "@pulumi/pulumi/automation";
import { Account } from "./aws/account";
import { cliCommand, runCli } from "./cli";
import { findEngine, type Engine } from "./engine";
import { packageRoot } from "./package-root";
import type { Program } from "./program";
import { SandboxStack } from "./stack";

/** The region that stacks of a sandbox are deployed to. */
export const REGION = "us-east-1";

const PREFIX = "pulumi-ecs-secrets-";

/** How a sandbox is opened. */
export interface SandboxOptions {
    /**
     * Receives one line of progress at a time.
     * @default - nothing is told
     */
    readonly report?: (line: string) => void;
}

/**
 * A folder with all that a real Pulumi engine needs to deploy to a simulated AWS account: state
 * backend, plugins and the account itself. Nothing outside the folder is touched.
 */
export class Sandbox {
    private readonly stacks = new Set<string>();

    private constructor(
        readonly engine: Engine,
        readonly folder: string,
    ) {}

    /** Finds an engine and opens a sandbox in a new folder. */
    static async open(options: SandboxOptions = {}): Promise<Sandbox> {
        const engine = await findEngine({ report: options.report });
        removeLeftovers();
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
        fs.writeFileSync(path.join(folder, "pid"), String(process.pid));
        for (const part of ["aws", "home", "policy-host", "simulated-aws", "state"]) {
            fs.mkdirSync(path.join(folder, part));
        }
        writePlugins(folder);
        return new Sandbox(engine, folder);
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
            ].join(path.delimiter),
            PULUMI_BACKEND_URL: `file://${path.join(this.folder, "state")}`,
            PULUMI_CONFIG_PASSPHRASE: "simulated",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            PULUMI_HOME: path.join(this.folder, "home"),
            PULUMI_SKIP_UPDATE_CHECK: "true",
        };
    }

    /** Creates a stack of a program, or selects it if this sandbox has it, and sets its config. */
    async stack(name: string, program: Program, config: ConfigMap = {}): Promise<SandboxStack> {
        const workDir = fs.mkdtempSync(path.join(this.folder, `${program.project}-`));
        const id = `${program.project}/${name}`;
        const open = this.stacks.has(id) ? LocalWorkspace.selectStack : LocalWorkspace.createStack;
        const stack = await open.call(
            LocalWorkspace,
            { stackName: name, projectName: program.project, program: program.run },
            { envVars: this.environment, pulumiCommand: cliCommand(this.engine), workDir },
        );
        this.stacks.add(id);
        await stack.setAllConfig({ "aws:region": { value: REGION }, ...config });
        const options = { cwd: workDir, env: this.environment };
        return new SandboxStack(stack, (args) => runCli(this.engine, args, options));
    }

    /** Removes the sandbox with everything in it. */
    close(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }

    /**
     * Leaves the sandbox where it is, also when another one is opened later, with a file to source
     * for working on it. Returns how.
     */
    keep(): string {
        fs.rmSync(path.join(this.folder, "pid"));
        const file = path.join(this.folder, "environment.sh");
        const { PATH, ...variables } = this.environment;
        const lines = Object.entries({
            ...variables,
            PATH: [path.dirname(this.engine.command), PATH].join(path.delimiter),
        }).map(([name, value]) => `export ${name}=${quote(value)}\n`);
        fs.writeFileSync(file, lines.join(""), { mode: 0o600 });
        return `${this.folder} (\`. ${file}\`, then for example \`pulumi stack ls --all\`)`;
    }
}

/** Sandboxes of commands that were killed; a secret may be in their simulated store. */
function removeLeftovers(): void {
    for (const entry of fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX))) {
        const folder = path.join(os.tmpdir(), entry);
        const pidFile = path.join(folder, "pid");
        if (fs.existsSync(pidFile) && !isRunning(Number(fs.readFileSync(pidFile, "utf8")))) {
            fs.rmSync(folder, { recursive: true, force: true });
        }
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}

/** The engine looks for executables of these names on PATH before it looks anywhere else. */
function writePlugins(folder: string): void {
    const provider = path.join(packageRoot(), "bin", "sandbox", "aws", "main.js");
    if (!fs.existsSync(provider)) {
        throw new Error("The simulated AWS is not built. Run: npm run build");
    }
    const analyzer = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const account = path.join(folder, "aws");
    writeExecutable(path.join(folder, "simulated-aws", "pulumi-resource-aws"), [provider, account]);
    // Only an engine without its Node language host asks for this one.
    writeExecutable(path.join(folder, "policy-host", "pulumi-analyzer-policy-nodejs"), [analyzer]);
}

function writeExecutable(file: string, command: string[]): void {
    const words = [process.execPath, ...command].map(quote).join(" ");
    fs.writeFileSync(file, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
}

function quote(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
