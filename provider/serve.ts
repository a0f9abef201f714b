import { main } from "@pulumi/pulumi/provider";
import { createProvider } from "./provider";

/** How often it is looked whether the engine still runs, in milliseconds. */
const INTERVAL = 1000;

/** Serves the provider to an engine, which reads the port from the first line of the output. */
export async function serve(args: string[]): Promise<void> {
    const provider = createProvider();
    await main(provider, args);
    provider.rejections.takeOver();
    endWithEngine();
}

/** An engine that is killed leaves its plugins running. */
function endWithEngine(): void {
    const engine = process.ppid;
    setInterval(() => {
        if (process.ppid !== engine) {
            process.exit(1);
        }
    }, INTERVAL).unref();
}
