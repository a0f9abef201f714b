import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// So much of what it says last is kept: the end of a traceback.
const LONGEST_MEMORY = 4_000;
const TELLING_MS = 300;

/** A moto server on this machine. */
export class Moto {
    private said = "";

    private constructor(
        private readonly server: ChildProcess,
        /** Where it listens: always on this machine. */
        readonly endpoint: string,
    ) {
        server.stderr?.on("data", (piece: string) => {
            this.said = (this.said + piece).slice(-LONGEST_MEMORY);
        });
    }

    /** Starts a server and waits until it says where it listens. */
    static async start(python: string): Promise<Moto> {
        // The server lives as long as its standard input, and so never longer than this process.
        const server = spawn(python, ["-I", join(__dirname, "serve.py")], {
            stdio: ["pipe", "ignore", "pipe"],
        });
        const endpoint = await new Promise<string>((resolve, reject) => {
            let said = "";
            server.stderr.setEncoding("utf8").on("data", (piece: string) => {
                said += piece;
                const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
                if (found !== undefined) {
                    resolve(found);
                    server.stderr.removeAllListeners("data");
                }
            });
            server.once("error", reject);
            server.once("exit", () => reject(new Error(`moto ended by itself: ${said.trim()}`)));
        });
        return new Moto(server, endpoint);
    }

    /** Forgets all resources, so that two programs may use the same names. */
    async reset(): Promise<void> {
        const { ok, status } = await fetch(`${this.endpoint}/moto-api/reset`, { method: "POST" });
        if (!ok) {
            throw new Error(`moto cannot be reset: HTTP ${status}`);
        }
    }

    /** The error that the server itself last broke with, if it did. */
    async lastError(): Promise<string | undefined> {
        // It answers first and tells then.
        await sleep(TELLING_MS);
        // Requests are logged with colours and addresses; the last line of a traceback has neither.
        return this.said.match(/^[\w.]+(?:Error|Exception)\b.*$/gm)?.at(-1);
    }

    /** Ends the server. */
    stop(): void {
        this.server.kill("SIGKILL");
    }
}
