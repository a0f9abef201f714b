import * as pulumi from "@pulumi/pulumi";
import { sortFindings, type Finding } from "../core";

/** Throws the findings of a component as one error that the engine prints well, if there are any. */
export function throwFindings(title: string, findings: readonly Finding[]): void {
    if (findings.length === 0) {
        return;
    }
    const errors = sortFindings(findings).map(({ path, reason, remedy }) => ({
        propertyPath: path,
        reason: `${reason}. ${remedy}`,
    }));
    const lines = errors.map(({ propertyPath, reason }) => `  ${propertyPath || "args"} ${reason}`);
    const count = errors.length === 1 ? "1 finding" : `${errors.length} findings`;
    const message = [`${title}: ${count}`, ...lines].join("\n");
    const error = new pulumi.InputPropertiesError({ message, errors });
    // The SDK would write the input of every child that it stops in front of the message.
    Object.defineProperty(error, "message", { get: () => message, set: () => undefined });
    throw error;
}

/**
 * Waits for findings that show when Outputs resolve, and throws them. What is not known yet during a
 * preview is judged at update: `isSecret` of an Output resolves either way.
 */
export async function throwWhenKnown(
    title: string,
    ...found: pulumi.Output<readonly Finding[]>[]
): Promise<true> {
    const findings: Finding[] = [];
    await Promise.all(
        found.map((output) =>
            pulumi.isSecret(
                output.apply((known) => {
                    findings.push(...known);
                }),
            ),
        ),
    );
    throwFindings(title, findings);
    return true;
}
