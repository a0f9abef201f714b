import * as asset from "@pulumi/pulumi/asset";
import { stackConfig } from "./stack-config";

/**
 * What the pack and the policy SDK take of `@pulumi/pulumi`, in its place: the whole of it is for
 * programs, and loading it takes most of the time and memory that a pack needs to start.
 */
export { asset };

/** A pack is sent plain data: there are no outputs. */
export const Output = { isInstance: (): boolean => false };

/** The config of the stack as the engine has told it; the runner has it from its environment. */
export const runtime = { allConfig: stackConfig };
