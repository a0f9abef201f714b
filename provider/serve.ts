import { main } from "@pulumi/pulumi/provider";
import { createProvider } from "./provider";

/** Serves the provider to an engine, which reads the port from the first line of the output. */
export async function serve(args: string[]): Promise<void> {
    const provider = createProvider();
    await main(provider, args);
    provider.rejections.takeOver();
}
