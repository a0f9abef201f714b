import type { ConfigMap, EngineEvent, OutputMap, Stack } from "@pulumi/pulumi/automation";
import { CliError, type CliResult } from "./cli";

/** What a policy reported. */
export interface PolicyReport {
    readonly policy: string;
    readonly level: string;
    readonly urn: string;
    readonly message: string;
}

/** What came of a preview or an update. */
export interface Outcome {
    /** The exit code of the CLI, as a pipeline sees it. */
    readonly exitCode: number;
    /** All that the CLI printed. */
    readonly output: string;
    readonly events: readonly EngineEvent[];
    readonly policies: readonly PolicyReport[];
    /** The steps that change something, as `operation type`, sorted. */
    readonly changes: readonly string[];
}

/** How a preview or an update is run. */
export interface RunOptions {
    /** The folder of a policy pack. */
    readonly policyPack?: string;
    /** A file with the configuration of that pack. */
    readonly policyPackConfig?: string;
    /**
     * How many resources the engine works on at once.
     * @default - the engine's own number
     */
    readonly parallel?: number;
    /**
     * Receives what the CLI prints, as it prints it.
     * @default - it is told at the end
     */
    readonly onOutput?: (text: string) => void;
}

/** A stack in a sandbox. Its commands do not throw when the engine refuses: they tell. */
export class SandboxStack {
    constructor(
        private readonly stack: Stack,
        /** Runs a command of the CLI in the folder of the stack. */
        readonly cli: (args: readonly string[]) => Promise<CliResult>,
    ) {}

    /** Runs `pulumi preview`. */
    preview(options: RunOptions = {}): Promise<Outcome> {
        return this.observe(options, (common) =>
            this.stack.preview({ ...common, ...flags(options) }),
        );
    }

    /** Runs `pulumi up`, the update alone: the preview is a command of its own here. */
    up(options: RunOptions = {}): Promise<Outcome> {
        return this.observe(options, (common) => this.stack.up({ ...common, ...flags(options) }));
    }

    /** Runs `pulumi destroy`. */
    destroy(options: Pick<RunOptions, "onOutput" | "parallel"> = {}): Promise<Outcome> {
        const { parallel } = options;
        return this.observe(options, (common) => this.stack.destroy({ ...common, parallel }));
    }

    /** Sets config of the stack. */
    setConfig(config: ConfigMap): Promise<void> {
        return this.stack.setAllConfig(config);
    }

    /** The stack's outputs. */
    outputs(): Promise<OutputMap> {
        return this.stack.outputs();
    }

    /** The stack's state as `pulumi stack export` gives it, with or without its secrets in clear. */
    async export(options: { showSecrets: boolean }): Promise<string> {
        const flags = options.showSecrets ? ["--show-secrets"] : [];
        return (await this.cli(["stack", "export", "--stack", this.stack.name, ...flags])).stdout;
    }

    private async observe(
        { onOutput }: Pick<RunOptions, "onOutput">,
        run: (common: {
            color: "never";
            onEvent: (event: EngineEvent) => void;
            onOutput: (text: string) => void;
            onError: (text: string) => void;
        }) => Promise<unknown>,
    ): Promise<Outcome> {
        const events: EngineEvent[] = [];
        let output = "";
        const append = (text: string) => {
            output += text;
            onOutput?.(text);
        };
        let exitCode = 0;
        try {
            await run({
                color: "never",
                onEvent: (event) => events.push(event),
                onOutput: append,
                onError: append,
            });
        } catch (error) {
            if (!(error instanceof CliError)) {
                throw error;
            }
            exitCode = error.result.exitCode;
        }
        return {
            exitCode,
            output,
            events,
            policies: listPolicyReports(events),
            changes: listChanges(events),
        };
    }
}

function flags({ policyPack, policyPackConfig, parallel }: RunOptions) {
    return {
        ...(parallel !== undefined && { parallel }),
        ...(policyPack !== undefined && { policyPacks: [policyPack] }),
        ...(policyPackConfig !== undefined && { policyPackConfigs: [policyPackConfig] }),
    };
}

function listPolicyReports(events: readonly EngineEvent[]): PolicyReport[] {
    return events.flatMap(({ policyEvent }) =>
        policyEvent
            ? {
                  policy: policyEvent.policyName,
                  level: policyEvent.enforcementLevel,
                  urn: policyEvent.resourceUrn ?? "",
                  message: policyEvent.message,
              }
            : [],
    );
}

function listChanges(events: readonly EngineEvent[]): string[] {
    return events
        .flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? [])
        .filter(({ op }) => !["same", "read", "refresh"].includes(op))
        .map(({ op, type }) => `${op} ${type}`)
        .sort();
}
