import { serve } from "./server";

// Started by the engine as `pulumi-resource-aws <folder of the account> <address of the engine>`.
void serve(process.argv[2]);
