import * as path from "node:path";
import type { ConfigMap } from "@pulumi/pulumi/automation";
import type { RunOptions } from "../../sandbox/stack";
import { packageRoot } from "../../sandbox/package-root";
import { Sandbox } from "../../sandbox/sandbox";

/** The compiled policy pack, as a user names it on the command line. */
export const pack: RunOptions = { policyPack: path.join(packageRoot(), "policypack") };

/** The config of a stack, all of it secret. */
export function secretConfig(values: Iterable<readonly [key: string, value: string]>): ConfigMap {
    return Object.fromEntries([...values].map(([key, value]) => [key, { value, secret: true }]));
}

/** Opens a sandbox for the tests of a file, and removes it after them. */
export function useSandbox(options: { readonly yaml?: boolean } = {}): () => Sandbox {
    let sandbox: Sandbox | undefined;
    before("open a sandbox", async function () {
        // Without an engine at hand one is built first.
        this.timeout(50 * 60_000);
        sandbox = await Sandbox.open({
            report: (line) => console.log(`      ${line}`),
            ...options,
        });
    });
    after("close the sandbox", () => sandbox?.close());
    return () => {
        if (!sandbox) {
            throw new Error("the sandbox is open during tests alone");
        }
        return sandbox;
    };
}
