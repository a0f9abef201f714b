import type * as pulumi from "@pulumi/pulumi";
import {
    ASSUMED_KEY_ARN_LENGTH,
    estimatePolicySize,
    planExecutionRolePolicy,
    type EstimatedResource,
} from "../../core";
import type { UsedFile } from "../environment-files";
import type { TaskFacts } from "../facts";
import type { Injection } from "../injections";
import type { Scope } from "../scope";
import type { SecretEstimate } from "../secrets/known-secret";
import type { NeededRights } from "./execution-role";

/** Plans what the task execution role must be allowed to read; absent if that is nothing. */
export function planNeededRights(
    { args }: Scope,
    injections: readonly Injection[],
    files: readonly UsedFile[],
    facts: pulumi.Output<TaskFacts>,
): NeededRights | undefined {
    if (injections.length === 0 && files.length === 0) {
        return undefined;
    }
    const document = facts.apply(({ injected, location, files: known }) =>
        planExecutionRolePolicy(injected, location, known),
    );
    const secrets = [...new Set(injections.map(({ secret }) => secret))];
    const shares = args.executionRole?.policies !== "managed";
    const estimates = secrets.map(({ estimate }) => estimateSecret(estimate, shares));
    const estimatedSize = estimatePolicySize([...estimates, ...files.map((one) => one.estimate)]);
    return { document, estimatedSize };
}

/**
 * A key that is looked up is taken to be that of the others that are: usually there is one, or none.
 * Who has more of them asks for managed policies, where each may have its own.
 */
function estimateSecret({ store, arnLength, key }: SecretEstimate, shares: boolean) {
    const id = key === undefined && shares ? "looked up" : (key ?? undefined);
    return {
        store: store ?? "secretsmanager",
        arnLength,
        ...(key !== null && { key: { arnLength: ASSUMED_KEY_ARN_LENGTH, id } }),
    } satisfies EstimatedResource;
}
