import { main } from "@pulumi/pulumi/provider";
import { describePlugin } from "./describe-plugin";
import { readSchemaFile } from "./package-schema";
import { createProvider } from "./provider";

/** How often it is looked whether the engine still runs, in milliseconds. */
const INTERVAL = 1000;

/**
 * Serves the provider to an engine, which reads the port from the first line of the output; or says
 * what it is to who asks.
 */
export async function serve(args: string[]): Promise<void> {
    const file = readSchemaFile();
    const description = describePlugin(args, file.schema);
    if (description !== undefined) {
        process.stdout.write(`${description}\n`);
        return;
    }
    const provider = createProvider(file);
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
