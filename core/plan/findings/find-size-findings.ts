import { countBytes } from "../../bytes";
import { renderContainerDefinitions, type ContainerDefinition } from "../../container-definition";
import { compare, type Finding } from "../../finding";
import type { Deferrable } from "../shape/shape";

/** The most bytes of a task definition. */
const TASK_DEFINITION_QUOTA = 65_536;

/** The most bytes of a secret's value. */
const SECRET_QUOTA = 65_536;

/** What is wrong with a size, and what soon will be. */
export interface SizeFindings {
    readonly findings: Finding[];
    readonly warnings: Finding[];
}

/**
 * Finds that a task definition is too large, or almost.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 *
 * @param otherBytes What the task definition holds besides the container definitions.
 */
export function findTaskDefinitionSize(
    definitions: readonly ContainerDefinition[],
    otherBytes = 0,
): SizeFindings {
    const bytes = countBytes(renderContainerDefinitions(definitions)) + otherBytes;
    const finding = {
        path: "containers",
        reason: `make a task definition of ${bytes} bytes, and Amazon ECS takes ${TASK_DEFINITION_QUOTA}: ${describeBiggest(definitions)}`,
        remedy: "Name parameters by name, inject fewer variables, or split the task.",
    };
    return {
        findings: bytes > TASK_DEFINITION_QUOTA ? [finding] : [],
        warnings:
            bytes > TASK_DEFINITION_QUOTA || bytes < TASK_DEFINITION_QUOTA * 0.9 ? [] : [finding],
    };
}

/** The three fields that take the most bytes. */
function describeBiggest(definitions: readonly ContainerDefinition[]): string {
    const fields = definitions.flatMap((definition) =>
        Object.entries(definition)
            .filter(([, value]) => value !== undefined)
            .map(([field, value]) => ({
                place: `${field} of container ${definition.name}`,
                bytes: countBytes(JSON.stringify(value)),
            })),
    );
    fields.sort((a, b) => b.bytes - a.bytes || compare(a.place, b.place));
    return fields
        .slice(0, 3)
        .map(({ place, bytes }) => `${place} has ${bytes}`)
        .join(", ");
}

/**
 * Finds that a value is too large for a parameter.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
export function findParameterSizeFinding(
    bytes: number,
    tier: Deferrable<string> = "Intelligent-Tiering",
    path: string,
): Finding[] {
    const quota = tier === "Standard" ? 4096 : 8192;
    const reason = `has ${bytes} bytes, and a parameter of tier ${String(tier)} holds ${quota}`;
    const remedy =
        quota < 8192 && bytes <= 8192
            ? "Leave tier out, or keep it in store secretsmanager."
            : "Keep it in store secretsmanager.";
    return bytes > quota ? [{ path, reason, remedy }] : [];
}

/**
 * Finds that a value is too large for a secret.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
export function findSecretSizeFinding(bytes: number, path: string): Finding[] {
    const reason = `has ${bytes} bytes, and a secret holds ${SECRET_QUOTA}`;
    const remedy = "Part it into several secrets, or keep it in Amazon S3.";
    return bytes > SECRET_QUOTA ? [{ path, reason, remedy }] : [];
}
