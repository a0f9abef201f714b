import { spawn } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";

/** A language host that the CLI is pointed at with `--client`. */
export interface LanguageHost {
    readonly address: string;
    close(): void;
}

/** A process that runs a program for the engine. */
export interface ProgramProcess {
    readonly command: string;
    readonly args: readonly string[];
    /** Variables beside those of this process and the config. */
    readonly env: Readonly<Record<string, string>>;
}

/** Says what process runs a program. */
export type PlanProcess = (request: proto.RunRequest) => ProgramProcess;

/**
 * Runs programs for the engine the way Pulumi's own language hosts do: as a process of their own,
 * those in Node by the SDK's `cmd/run`. It proves that a project works from its files alone, on a
 * machine where those hosts (Go programs) are not to be had.
 */
export async function startLanguageHost(plan: PlanProcess = planNode): Promise<LanguageHost> {
    const server = new grpc.Server();
    server.addService(LanguageRuntimeService, {
        getPluginInfo: (_call: unknown, callback: grpc.sendUnaryData<PluginInfo>) =>
            callback(null, new PluginInfo()),
        getRequiredPackages: (
            _call: unknown,
            callback: grpc.sendUnaryData<proto.GetRequiredPackagesResponse>,
        ) => callback(null, new proto.GetRequiredPackagesResponse()),
        cancel: (_call: unknown, callback: grpc.sendUnaryData<Empty>) =>
            callback(null, new Empty()),
        run: (
            call: grpc.ServerUnaryCall<proto.RunRequest, proto.RunResponse>,
            callback: grpc.sendUnaryData<proto.RunResponse>,
        ) => {
            void runProgram(call.request, plan(call.request)).then((response) =>
                callback(null, response),
            );
        },
    });
    const port = await new Promise<number>((resolve, reject) =>
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        ),
    );
    return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

function planNode(request: proto.RunRequest): ProgramProcess {
    const info = request.getInfo();
    const args = [
        require.resolve("@pulumi/pulumi/cmd/run"),
        ...["--monitor", request.getMonitorAddress()],
        ...["--engine", request.getArgsList()[0] ?? ""],
        ...["--project", request.getProject()],
        ...["--stack", request.getStack()],
        ...["--organization", request.getOrganization()],
        ...["--pwd", info?.getProgramDirectory() ?? request.getPwd()],
        ...(request.getDryrun() ? ["--dry-run"] : []),
        info?.getEntryPoint() ?? request.getProgram(),
    ];
    return { command: process.execPath, args, env: { PULUMI_NODEJS_TYPESCRIPT: "true" } };
}

function runProgram(
    request: proto.RunRequest,
    { command, args, env: more }: ProgramProcess,
): Promise<proto.RunResponse> {
    const config = Object.fromEntries(request.getConfigMap().entries());
    const env = {
        ...process.env,
        PULUMI_CONFIG: JSON.stringify(config),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        ...more,
    };
    // Started from elsewhere: nothing of this process may stand in for what the project holds.
    const child = spawn(command, args, {
        env,
        cwd: "/",
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (output += data.toString()));
    return new Promise((resolve) => {
        child.on("close", (code) => {
            const response = new proto.RunResponse();
            // 32: the program has told the user what was wrong itself.
            response.setBail(code === 32);
            response.setError(code === 0 || code === 32 ? "" : `exit code ${code}: ${output}`);
            resolve(response);
        });
    });
}
