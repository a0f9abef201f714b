import * as pulumi from "@pulumi/pulumi";
import { ACCOUNT, fakeCall, fakeOutputs, type FakeAccount } from "./fake-account";
import type { Monitor, RegisterRequest } from "./monitor";
import { catchRejections } from "./rejections";
import { UNKNOWN, type Wire } from "./wire";

/** How a program is run. */
export interface RecordingOptions {
    /**
     * In a preview what AWS computes is unknown; in an update all is known.
     * @default "update"
     */
    readonly mode?: "preview" | "update";
    /**
     * Logical names of resources that exist already, so that a preview knows their outputs.
     * @default - none
     */
    readonly existing?: readonly string[];
    /** @default ACCOUNT */
    readonly where?: FakeAccount;
    /**
     * What the invokes of the provider answer.
     * @default fakeCall
     */
    readonly call?: typeof fakeCall;
    /**
     * Whether errors have stack traces. The SDK takes one for every promise that it makes, which
     * costs four fifths of the time.
     * @default false
     */
    readonly traces?: boolean;
}

/** A registration as the engine received it. */
export interface RecordedResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly parent: string;
    readonly custom: boolean;
    /** The inputs in wire form: secrets marked, unknown values as their sentinel. */
    readonly inputs: Wire;
    /** What a stack policy sees: inputs, what Check fills in, what AWS computes. */
    readonly state: Wire;
    /** URNs, sorted. */
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly additionalSecretOutputs: readonly string[];
    readonly ignoreChanges: readonly string[];
    readonly retainOnDelete: boolean;
    readonly protect: boolean;
}

/** What a program told its user. */
export interface RecordedLog {
    readonly level: "info" | "warn";
    readonly message: string;
}

/** A call of a function of the provider. */
export interface RecordedCall {
    readonly token: string;
    readonly inputs: Wire;
}

/** All that a program did. */
export interface Recording {
    readonly resources: RecordedResource[];
    /** What components gave to `registerOutputs`, by URN. */
    readonly outputs: Record<string, Wire>;
    /** What it told its user. */
    readonly logs: RecordedLog[];
    /** What it asked the provider, in this order. */
    readonly calls: RecordedCall[];
    /** Every distinct error, from the program itself and from any `apply`. */
    readonly errors: Error[];
}

/** A program: a function that makes resources. */
export type Program = () => unknown;

/** Runs a program against a monitor that records every registration, and no engine. */
export async function record(program: Program, options: RecordingOptions = {}): Promise<Recording> {
    const recording: Recording = { resources: [], outputs: {}, logs: [], calls: [], errors: [] };
    const mode = options.mode ?? "update";
    const where = options.where ?? ACCOUNT;
    const isKnown = (name: string) => mode === "update" || (options.existing ?? []).includes(name);
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs }) => {
                const { checked, computed } = fakeOutputs(type, name, inputs as Wire, where);
                const state = { ...(inputs as Wire), ...checked };
                return isKnown(name)
                    ? { id: computed.id, state: { ...state, ...computed } }
                    : { id: undefined, state };
            },
            call: ({ token, inputs }) => {
                recording.calls.push({ token, inputs: inputs as Wire });
                return (options.call ?? fakeCall)(token, where, inputs as Wire);
            },
        },
        "project",
        "dev",
        mode === "preview",
    );
    tapMonitor(recording, isKnown, where);
    const untap = tapLogs(recording);
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = options.traces ? stackTraceLimit : 0;
    recording.errors.push(
        ...(await catchRejections(async () => {
            await program();
            await pulumi.runtime.disconnect();
        })),
    );
    Error.stackTraceLimit = stackTraceLimit;
    untap();
    return recording;
}

/** Without an engine the SDK would write to the console. */
function tapLogs({ logs }: Recording): () => void {
    const log = pulumi.log as Record<RecordedLog["level"], typeof pulumi.log.info>;
    const { info, warn } = log;
    for (const level of ["info", "warn"] as const) {
        log[level] = (message) => {
            logs.push({ level, message });
            return Promise.resolve();
        };
    }
    return () => void Object.assign(log, { info, warn });
}

function tapMonitor(
    recording: Recording,
    isKnown: (name: string) => boolean,
    where: FakeAccount,
): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) =>
        register(request, (error, response) => {
            if (response) {
                recording.resources.push(readRequest(request, response.getUrn(), isKnown, where));
            }
            callback(error, response);
        });
    const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
    monitor.registerResourceOutputs = (request, callback) => {
        recording.outputs[request.getUrn()] = request.getOutputs()?.toJavaScript() ?? {};
        registerOutputs(request, callback);
    };
}

function readRequest(
    request: RegisterRequest,
    urn: string,
    isKnown: (name: string) => boolean,
    where: FakeAccount,
): RecordedResource {
    const inputs = request.getObject()?.toJavaScript() ?? {};
    const [type, name] = [request.getType(), request.getName()];
    const { checked, computed } = fakeOutputs(type, name, inputs, where);
    const shown = isKnown(name)
        ? computed
        : Object.fromEntries(Object.keys(computed).map((key) => [key, UNKNOWN]));
    const links = request
        .getPropertydependenciesMap()
        .getEntryList()
        .map(([key, [urns = []]]) => [key, [...urns].sort()] as const)
        .filter(([, urns]) => urns.length > 0);
    return {
        type,
        name,
        urn,
        parent: request.getParent(),
        custom: request.getCustom(),
        inputs,
        state: request.getCustom() ? { ...inputs, ...checked, ...shown } : inputs,
        dependencies: [...request.getDependenciesList()].sort(),
        propertyDependencies: Object.fromEntries(links),
        additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
        ignoreChanges: request.getIgnorechangesList(),
        retainOnDelete: request.getRetainondelete() ?? false,
        protect: request.getProtect() ?? false,
    };
}
