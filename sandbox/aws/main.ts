import { serve } from "./server";

// Started by the engine as `pulumi-resource-aws <folder of the account> <address of the engine>`.
void serve(process.argv[2]);

// An engine that was killed stops no plugin: this one must not live on, nor write, without it.
const engine = process.ppid;
setInterval(() => {
    if (process.ppid !== engine) {
        process.exit(1);
    }
}, 1_000).unref();
