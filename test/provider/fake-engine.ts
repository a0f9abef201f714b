import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogSeverity, type LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { ACCOUNT, fakeCall, fakeOutputs } from "../support/fake-account";
import type { Wire } from "../support/wire";

/** A resource that a plugin has registered. */
export interface Registered {
    readonly name: string;
    readonly type: string;
    readonly parent: string;
    readonly providers: readonly string[];
    readonly protect: boolean;
    readonly dependencies: readonly string[];
    readonly aliases: readonly string[];
}

/** What a plugin needs of an engine, in the process of the test. */
export interface FakeEngine {
    readonly address: string;
    readonly registered: Registered[];
    /** What the plugin told the engine's user; the SDK's debug messages are not told without `--debug`. */
    readonly logs: string[];
    close(): void;
}

type Call<Request, Response> = (
    call: { request: Request },
    callback: grpc.sendUnaryData<Response>,
) => void;

/** Starts an engine that lets everything be registered. */
export async function startFakeEngine(): Promise<FakeEngine> {
    const registered: Registered[] = [];
    const logs: string[] = [];
    const server = new grpc.Server();
    const done: Call<unknown, Empty> = (_call, callback) => callback(null, new Empty());
    const log: Call<LogRequest, Empty> = (call, callback) => {
        if (call.request.getSeverity() !== LogSeverity.DEBUG) {
            logs.push(call.request.getMessage());
        }
        callback(null, new Empty());
    };
    const registerResource: Call<proto.RegisterResourceRequest, proto.RegisterResourceResponse> = (
        { request },
        callback,
    ) => {
        registered.push(describe(request));
        callback(null, register(request));
    };
    server.addService(EngineService, { log });
    server.addService(ResourceMonitorService, {
        supportsFeature: ((_call, callback) =>
            callback(null, new proto.SupportsFeatureResponse().setHassupport(true))) as Call<
            proto.SupportsFeatureRequest,
            proto.SupportsFeatureResponse
        >,
        invoke: (({ request }, callback) => {
            const told = fakeCall(request.getTok(), ACCOUNT) as Record<string, JavaScriptValue>;
            callback(null, new InvokeResponse().setReturn(Struct.fromJavaScript(told)));
        }) as Call<proto.ResourceInvokeRequest, InvokeResponse>,
        registerResource,
        registerResourceOutputs: done,
        signalAndWaitForShutdown: done,
    });
    const credentials = grpc.ServerCredentials.createInsecure();
    const port = await new Promise<number>((resolve, reject) =>
        server.bindAsync("127.0.0.1:0", credentials, (error, bound) =>
            error ? reject(error) : resolve(bound),
        ),
    );
    const close = () => server.forceShutdown();
    return { address: `127.0.0.1:${port}`, registered, logs, close };
}

function describe(request: proto.RegisterResourceRequest): Registered {
    const [provider, all] = [request.getProvider(), request.getProvidersMap()];
    return {
        name: request.getName(),
        type: request.getType(),
        parent: request.getParent(),
        providers: [...(provider === "" ? [] : [provider]), ...all.toArray().map(([, ref]) => ref)],
        protect: request.getProtect() ?? false,
        dependencies: request.getDependenciesList(),
        aliases: request.getAliasesList().map((alias) => alias.getUrn()),
    };
}

function register(request: proto.RegisterResourceRequest): proto.RegisterResourceResponse {
    const [type, name] = [request.getType(), request.getName()];
    const inputs = (request.getObject()?.toJavaScript() ?? {}) as Wire;
    const { checked, computed } = fakeOutputs(type, name, inputs, ACCOUNT);
    const state = { ...inputs, ...checked, ...computed } as Record<string, JavaScriptValue>;
    return new proto.RegisterResourceResponse()
        .setUrn(`urn:pulumi:dev::project::${type}::${name}`)
        .setId(computed.id)
        .setObject(Struct.fromJavaScript(state));
}
