import { resolve } from "node:path";
import { Step } from "./engine";
import { inspectExecutable } from "./inspect-executable";

/**
 * The executable that `ECS_SECRETS_PULUMI` names. Who names one wants that one: if it cannot be
 * used, nothing else is tried.
 */
export const environmentVariable: Step = {
    tried: "the environment variable ECS_SECRETS_PULUMI",
    async run({ env }) {
        if (!env.ECS_SECRETS_PULUMI) {
            return { outcome: "not set" };
        }
        const command = resolve(env.ECS_SECRETS_PULUMI);
        const result = await inspectExecutable(command, "environment variable", env);
        return "found" in result ? result : { ...result, final: true };
    },
};
