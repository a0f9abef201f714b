import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as os from "node:os";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { packageRoot } from "../../sandbox/package-root";
import type { FakeEngine } from "./fake-engine";

/** A call of the plugin, which answers or fails. */
type Call<Response> = (callback: (error: Error | null, response: Response) => void) => unknown;

/** The plugin's executable as a process of its own, spoken to as the engine does. */
export class PluginProcess {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: ResourceProviderClient,
        private readonly engine: FakeEngine,
        private readonly printed: string[],
    ) {}

    /** Starts the plugin, which prints its port. */
    static async start(engine: FakeEngine): Promise<PluginProcess> {
        const main = path.join(packageRoot(), "bin", "provider", "main.js");
        const child = spawn(process.execPath, [main, engine.address], {
            cwd: os.tmpdir(),
            stdio: ["ignore", "pipe", "pipe"],
        });
        const printed: string[] = [];
        child.stderr.on("data", (data: Buffer) => printed.push(data.toString()));
        child.stdout.on("data", (data: Buffer) => printed.push(data.toString()));
        const [port] = (await once(child.stdout, "data")) as [Buffer];
        const address = `127.0.0.1:${port.toString().trim()}`;
        const client = new ResourceProviderClient(address, grpc.credentials.createInsecure());
        return new PluginProcess(child, client, engine, printed);
    }

    /** All that it has printed, to whichever stream. */
    get output(): string {
        return this.printed.join("");
    }

    /** The version that it says it has. */
    async version(): Promise<string> {
        return (
            await ask<PluginInfo>((callback) => this.client.getPluginInfo(new Empty(), callback))
        ).getVersion();
    }

    /** The schema that it serves. */
    async schema(): Promise<string> {
        const request = new proto.GetSchemaRequest();
        return (
            await ask<proto.GetSchemaResponse>((callback) =>
                this.client.getSchema(request, callback),
            )
        ).getSchema();
    }

    /** Constructs a component, and returns its outputs. */
    async construct(
        name: string,
        inputs: Record<string, JavaScriptValue>,
        change: (request: proto.ConstructRequest) => void = () => undefined,
        type = "ecs-secrets:index:SecretInjectedService",
    ): Promise<Record<string, unknown>> {
        const request = new proto.ConstructRequest()
            .setProject("project")
            .setStack("dev")
            .setMonitorendpoint(this.engine.address)
            .setType(type)
            .setName(name)
            .setInputs(Struct.fromJavaScript(inputs));
        change(request);
        const response = await ask<proto.ConstructResponse>((callback) =>
            this.client.construct(request, callback),
        );
        return response.getState()?.toJavaScript() ?? {};
    }

    /** Ends the process. */
    async close(): Promise<void> {
        this.client.close();
        this.child.kill();
        await once(this.child, "close");
    }
}

function ask<Response>(call: Call<Response>): Promise<Response> {
    return new Promise((resolve, reject) =>
        call((error, response) => (error ? reject(error) : resolve(response))),
    );
}
