import type { Policies } from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { seenResources } from "../../policypack/access/seen";
import { clock } from "../../policypack/config/today";
import { takeUses } from "../../policypack/config/used-exemptions";
import { policies } from "../../policypack/policies";
import { secretMemory } from "../../policypack/taint/memory";
import { configurePolicies, type PackConfig } from "./pack-config";
import type { Recording } from "./recording";
import type { Wire } from "./wire";

/** A resource as the engine sends it to a pack. */
export interface PackResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly props: Wire;
    /** What a resource policy sees, if that differs: the inputs, before AWS computes anything. */
    readonly inputs?: Wire;
    readonly parent?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** What a policy said. */
export interface PolicyReport {
    readonly policy: string;
    readonly level: "advisory" | "mandatory";
    /** Without the policy's description, which the SDK puts in front of a violation. */
    readonly message: string;
    /** The logical name of the resource that it is about. */
    readonly resource: string;
}

/** How the pack is run. */
export interface RunOptions {
    /** @default - every policy as it comes */
    readonly config?: PackConfig;
    /** @default - the day of the clock */
    readonly today?: string;
}

/** Runs the whole pack, with the SDK's own code, over resources as the engine would. */
export async function runPack(
    resources: readonly PackResource[],
    { config, today }: RunOptions = {},
): Promise<PolicyReport[]> {
    const configured = config === undefined ? policies : configurePolicies(config);
    const { today: clockToday } = clock;
    clock.today = today === undefined ? clockToday : () => today;
    // Each run has a process of its own.
    secretMemory.forget();
    seenResources.forget();
    takeUses();
    try {
        const ofResources: PolicyReport[] = [];
        for (const resource of resources) {
            ofResources.push(...(await analyze(resource, configured)));
        }
        return [...ofResources, ...(await analyzeStack(resources, configured))];
    } finally {
        clock.today = clockToday;
    }
}

/** Runs the policies that judge one resource, after those that may change it, as the engine does. */
export async function analyze(
    resource: PackResource,
    configured: Policies = policies,
): Promise<PolicyReport[]> {
    const request = new analyzer.AnalyzeRequest();
    request.setType(resource.type);
    request.setName(resource.name);
    request.setUrn(resource.urn);
    request.setProperties(Struct.fromJavaScript((resource.inputs ?? resource.props) as never));
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    const changes = await call(server.makeRemediateRpcFun(...PACK, configured), request);
    assert.deepEqual(changes.getRemediationsList(), [], "no policy changes anything");
    const response = await call(server.makeAnalyzeRpcFun(...PACK, configured), request);
    return response.getDiagnosticsList().map((report) => toReport(report, () => resource.name));
}

/** Runs the policies that judge a whole stack. */
export async function analyzeStack(
    resources: readonly PackResource[],
    configured: Policies = policies,
): Promise<PolicyReport[]> {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(resources.map(toAnalyzerResource));
    const response = await call(server.makeAnalyzeStackRpcFun(...PACK, configured), request);
    const nameOf = (urn: string) => resources.find((one) => one.urn === urn)?.name ?? "the stack";
    return response.getDiagnosticsList().map((report) => toReport(report, nameOf));
}

/** What the engine would send to a pack after a recorded program ran. */
export function toPackResources({ resources, outputs }: Recording): PackResource[] {
    return resources.map((resource) => ({
        type: resource.type,
        name: resource.name,
        urn: resource.urn,
        inputs: resource.inputs,
        // Of a component the engine knows in the end what it registered as its outputs.
        props: resource.custom ? resource.state : (outputs[resource.urn] ?? {}),
        parent: resource.parent,
        dependencies: resource.dependencies,
        propertyDependencies: resource.propertyDependencies,
    }));
}

function toAnalyzerResource(resource: PackResource): analyzer.AnalyzerResource {
    const message = new analyzer.AnalyzerResource();
    message.setType(resource.type);
    message.setName(resource.name);
    message.setUrn(resource.urn);
    message.setProperties(Struct.fromJavaScript(resource.props as never));
    message.setOptions(new analyzer.AnalyzerResourceOptions());
    message.setParent(resource.parent ?? "");
    message.setDependenciesList([...(resource.dependencies ?? [])]);
    for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
        const list = new analyzer.AnalyzerPropertyDependencies();
        list.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, list);
    }
    return message;
}

function toReport(
    diagnostic: analyzer.AnalyzeDiagnostic,
    nameOf: (urn: string) => string,
): PolicyReport {
    const isMandatory = diagnostic.getEnforcementlevel() === analyzer.EnforcementLevel.MANDATORY;
    const prefix = `${diagnostic.getDescription()}\n`;
    const message = diagnostic.getMessage();
    assert.ok(!isMandatory || message.startsWith(prefix), "a violation says the requirement first");
    return {
        policy: diagnostic.getPolicyname(),
        level: isMandatory ? "mandatory" : "advisory",
        message: message.startsWith(prefix) ? message.slice(prefix.length) : message,
        resource: nameOf(diagnostic.getUrn()),
    };
}

type Callback<T> = (error: unknown, response?: T) => void;
type RpcFun<T> = (call: { request: unknown }, callback: Callback<T>) => unknown;
type MakeRpcFun<T> = (name: string, version: string, level: string, list: unknown) => RpcFun<T>;

const PACK = ["ecs-secrets", "0.0.0", "advisory"] as const;

/** The SDK's own functions; its types leave them out, being internal. */
const server = createRequire(__filename)("@pulumi/policy/server") as {
    makeAnalyzeRpcFun: MakeRpcFun<analyzer.AnalyzeResponse>;
    makeAnalyzeStackRpcFun: MakeRpcFun<analyzer.AnalyzeResponse>;
    makeRemediateRpcFun: MakeRpcFun<analyzer.RemediateResponse>;
};

function call<T>(rpc: RpcFun<T>, request: unknown): Promise<T> {
    return new Promise((resolve, reject) => {
        void rpc({ request }, (error, response) =>
            response ? resolve(response) : reject(error as Error),
        );
    });
}
