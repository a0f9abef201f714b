import * as pulumi from "@pulumi/pulumi";
import { findServiceFindings, sortFindings, type Finding } from "../core";
import type { SecretInjectedServiceArgs } from "./args";
import { describeArgs } from "./describe-args";
import { judgeOutput, listJudgedOutputs } from "./judged-outputs";

/** Throws if the args are wrong, with all findings; nothing is registered yet then. */
export function validateArgs(name: string, args: SecretInjectedServiceArgs): void {
    throwFindings(name, findServiceFindings(describeArgs(args)));
}

/**
 * Judges what only shows when Outputs resolve: whether one is a Pulumi secret, and what the others
 * read. What is not known yet during preview is judged at update.
 */
export async function validateOutputs(
    name: string,
    args: SecretInjectedServiceArgs,
): Promise<true> {
    const findings = await Promise.all(listJudgedOutputs(args).map(judgeOutput));
    throwFindings(name, findings.flat());
    return true;
}

/** Throws the findings as one error that the engine prints well, if there are any. */
function throwFindings(name: string, findings: readonly Finding[]): void {
    if (findings.length === 0) {
        return;
    }
    const errors = sortFindings(findings).map(({ path, reason, remedy }) => ({
        propertyPath: path,
        reason: `${reason}. ${remedy}`,
    }));
    const lines = errors.map(({ propertyPath, reason }) => `  ${propertyPath || "args"} ${reason}`);
    const count = errors.length === 1 ? "1 finding" : `${errors.length} findings`;
    const message = [`SecretInjectedService ${name}: ${count}`, ...lines].join("\n");
    const error = new pulumi.InputPropertiesError({ message, errors });
    // The SDK would write the input of every child that it stops in front of the message.
    Object.defineProperty(error, "message", { get: () => message, set: () => undefined });
    throw error;
}
