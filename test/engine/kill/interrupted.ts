import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { endPause, findPaused, pauseNext, type Pause } from "../../../sandbox/aws/pauses";
import type { CliResult } from "../../../sandbox/cli";
import type { Sandbox } from "../../../sandbox/sandbox";
import type { Outcome, SandboxStack } from "../../../sandbox/stack";
import { listRest } from "../../support/account-rest";
import { canary } from "../../support/canary";
import { filesContaining } from "../../support/files";
import { pack, secretConfig } from "../../support/sandbox";
import { listDescendants, listRunning, waitUntil, type Process } from "./processes";
import { KEYS, service } from "./service";

/** Where a value may stand in clear: in the simulated store. */
const STORES = /^aws\/us-east-1\/(ssm-parameters|secretsmanager-secrets)\//;

/** The processes of an update that stands still. */
export interface Standing {
    readonly engine: number;
    readonly provider: number;
    /** Absent where there is none, as in `destroy`. */
    readonly pack?: number;
    /** All that the engine has started. */
    readonly plugins: readonly Process[];
    /** Waits until the engine has said something. */
    readonly told: (text: string) => Promise<unknown>;
}

/** Ends a process as it stands, as a machine does that has no memory left. */
export async function kill(pid: number | undefined): Promise<void> {
    // 0 would be this process and all that it has started.
    assert.ok(pid !== undefined && pid > 1, "there is no such process");
    process.kill(pid, "SIGKILL");
    await waitUntil(() => listRunning([{ pid }]).length === 0);
}

/** The state of a stack as far as it tells what exists. */
export interface State {
    readonly resources: readonly { readonly urn: string; readonly id?: string }[];
    /** `operation name`, of what was begun and never ended. */
    readonly pending: readonly string[];
    readonly text: string;
}

/** A stack of the service whose updates are interrupted; no value of it may ever be told. */
export class InterruptedStack {
    private readonly values: string[] = [];
    private readonly told: string[] = [];

    private constructor(
        private readonly sandbox: Sandbox,
        private readonly name: string,
        readonly stack: SandboxStack,
    ) {}

    /** Opens a new one, whose commands run within another if one is given. */
    static async open(
        sandbox: Sandbox,
        name: string,
        command: readonly string[] = [],
    ): Promise<InterruptedStack> {
        const temporary = path.join(sandbox.folder, "temporary");
        fs.mkdirSync(temporary, { recursive: true });
        // What the engine and its plugins keep aside for a while is then seen as well.
        const within = ["env", `TMPDIR=${temporary}`, ...command];
        const stack = await sandbox.stack(name, service, {}, { within });
        const opened = new InterruptedStack(sandbox, name, stack);
        await opened.changeValues(KEYS);
        return opened;
    }

    /** Gives new values to secrets. */
    async changeValues(keys: readonly string[]): Promise<void> {
        const values = keys.map((key) => [key, canary()] as const);
        this.values.push(...values.map(([, value]) => value));
        await this.stack.setConfig(secretConfig(values));
    }

    /**
     * Runs an update until an operation and interrupts it there.
     */
    async interrupt(
        command: "up" | "destroy",
        pause: Pause,
        act: (standing: Standing) => unknown,
    ): Promise<Outcome> {
        const { account } = this.sandbox;
        pauseNext(account, pause);
        let heard = "";
        const update = this.stack[command]({
            ...(command === "up" && pack),
            // Nothing else is under way then.
            parallel: 1,
            onOutput: (text) => {
                heard += text;
            },
        });
        const { engine, provider } = await waitUntil(() => findPaused(account, pause));
        const plugins = listDescendants(engine);
        const host = plugins.filter((one) => one.command.includes("run-policy-pack")).at(-1);
        const told = (text: string) => waitUntil(() => heard.includes(text));
        await act({ engine, provider, plugins, pack: host?.pid, told });
        endPause(account, pause);
        const outcome = await update;
        await waitUntil(() => listRunning(plugins).length === 0);
        this.told.push(JSON.stringify(outcome));
        return outcome;
    }

    /** Runs an update that cannot succeed; returns what it said. */
    async failingUp(): Promise<Outcome> {
        const outcome = await this.stack.up({ ...pack, parallel: 1 });
        this.told.push(JSON.stringify(outcome));
        assert.notEqual(outcome.exitCode, 0, outcome.output);
        return outcome;
    }

    /** Runs an update that must succeed; returns what it changed, and what it said. */
    async up(): Promise<Outcome> {
        const outcome = await this.stack.up(pack);
        this.told.push(JSON.stringify(outcome));
        assert.equal(outcome.exitCode, 0, outcome.output);
        assert.deepEqual(outcome.policies, []);
        return outcome;
    }

    /** The state, which can be read whatever has happened. */
    async state(): Promise<State> {
        const text = await this.stack.export({ showSecrets: false });
        const { deployment } = JSON.parse(text) as {
            deployment: {
                resources?: State["resources"];
                pending_operations?: { type: string; resource: { urn: string } }[];
            };
        };
        const pending = deployment.pending_operations ?? [];
        return {
            text,
            resources: deployment.resources ?? [],
            pending: pending.map(({ type, resource }) => `${type} ${nameOf(resource.urn)}`),
        };
    }

    /** The files of what exists in the account and not in the state. */
    async listUnknown(): Promise<string[]> {
        const { text } = await this.state();
        return listRest(this.sandbox.account).filter(
            (file) => !text.includes(decodeURIComponent(path.basename(file, ".json"))),
        );
    }

    /** Runs a command of the CLI for the stack. */
    cli(...args: string[]): Promise<CliResult> {
        return this.stack.cli([...args, "--stack", this.name]);
    }

    /** Expects every value in the simulated store alone: not in a file, not in a word. */
    async assertSecrecy(): Promise<void> {
        const { text } = await this.state();
        for (const value of this.values) {
            const files = filesContaining(this.sandbox.folder, value);
            assert.deepEqual(
                files.filter((file) => !STORES.test(file)),
                [],
            );
            assert.ok(![text, ...this.told].some((said) => said.includes(value)), "it is told");
        }
    }
}

/** The last part of a URN. */
function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? "";
}
