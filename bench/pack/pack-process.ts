import * as grpc from "@grpc/grpc-js";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { spawn, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import * as readline from "node:readline";

const SERVICE = "/pulumirpc.Analyzer/";
const MOST_BYTES = 400 * 1024 * 1024;

/** Where the engine would be: a pack is told, and does not ask it. */
const ENGINE = "127.0.0.1:0";

/** What a process has used so far. */
export interface Usage {
    /** Processor time, in milliseconds. */
    readonly cpu: number;
    /** The most memory that it held, in MiB. */
    readonly mebibytes: number;
}

/** A pack in a process of its own, spoken to as the engine does. */
export class PackProcess {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: grpc.Client,
    ) {}

    /** Starts a pack, and waits until it is ready for resources. */
    static async start(pack: string): Promise<PackProcess> {
        const started = await PackProcess.open(pack);
        await started.ask("GetAnalyzerInfo", Buffer.alloc(0));
        for (const [method, request] of [
            ["ConfigureStack", new analyzer.AnalyzerStackConfigureRequest()],
            ["Configure", new analyzer.ConfigureAnalyzerRequest()],
        ] as const) {
            await started.ask(method, Buffer.from(request.serializeBinary()));
        }
        return started;
    }

    /** Starts a pack, a folder or an executable file as for `--policy-pack`, which listens then. */
    static async open(pack: string): Promise<PackProcess> {
        const isFolder = fs.statSync(pack).isDirectory();
        const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
        const [command, ...words] = isFolder
            ? [process.execPath, ...profiling(), host, ENGINE, pack]
            : [pack, ENGINE];
        const child = spawn(command, words, {
            cwd: isFolder ? pack : path.dirname(pack),
            stdio: ["ignore", "pipe", "inherit"],
        });
        const port = await readFirstLine(child);
        const options = {
            "grpc.max_receive_message_length": MOST_BYTES,
            "grpc.max_send_message_length": MOST_BYTES,
        };
        const address = `127.0.0.1:${port}`;
        const client = new grpc.Client(address, grpc.credentials.createInsecure(), options);
        return new PackProcess(child, client);
    }

    /** Sends a request as it is, and gives the answer as it is. */
    ask(method: string, request: Buffer): Promise<Buffer> {
        return new Promise((resolve, reject) => {
            const path = `${SERVICE}${method}`;
            this.client.makeUnaryRequest(path, asIs, asIs, request, (error, answer) =>
                answer ? resolve(answer) : reject(error ?? new Error(`${method}: no answer`)),
            );
        });
    }

    /** What it has used so far, as Linux tells it; nothing elsewhere. */
    usage(): Usage {
        const { pid } = this.child;
        try {
            const [stat, status] = ["stat", "status"].map((file) =>
                fs.readFileSync(`/proc/${pid}/${file}`, "utf8"),
            );
            const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
            const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
            // A clock tick of Linux is 10 ms for programs, whatever the kernel counts in.
            return {
                cpu: (Number(fields[11]) + Number(fields[12])) * 10,
                mebibytes: Number(peak) / 1024,
            };
        } catch {
            return { cpu: NaN, mebibytes: NaN };
        }
    }

    /** Ends the process. */
    async stop(): Promise<void> {
        this.client.close();
        const ended = new Promise((resolve) => this.child.once("exit", resolve));
        this.child.kill("SIGINT");
        await ended;
    }
}

const asIs = (bytes: Buffer): Buffer => bytes;

/** With ECS_SECRETS_BENCH_PROFILE naming a folder, each process writes a CPU profile there. */
function profiling(): string[] {
    const folder = process.env.ECS_SECRETS_BENCH_PROFILE;
    const stop = "data:text/javascript,process.on('SIGINT',()=>process.exit(0))";
    return folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--import", stop] : [];
}

/** The host prints the port that it listens on, and nothing before it. */
function readFirstLine({ stdout }: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
        if (stdout) {
            const lines = readline.createInterface(stdout);
            lines.once("line", resolve);
            lines.once("close", () => reject(new Error("the pack ended before it listened")));
        }
    });
}
