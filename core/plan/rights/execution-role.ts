import { planEnvironmentFileStatements, type EnvironmentFile } from "./environment-file";
import type { Location } from "./location";
import { planSecretStatements, type InjectedSecret } from "./secret-statements";
import { renderDocument, type RenderedDocument } from "./statement";
import { STORE_FACTS } from "./store-facts";

/** The managed policy that pulls images from Amazon ECR and writes logs to CloudWatch Logs. */
export function taskExecutionManagedPolicyArn(partition: string): string {
    return `arn:${partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`;
}

/**
 * The rights that a task execution role needs for what it injects, and no others.
 * @param environmentFiles - The environment files that the containers read; none by default.
 */
export function planExecutionRolePolicy(
    secrets: readonly InjectedSecret[],
    location: Location,
    environmentFiles: readonly EnvironmentFile[] = [],
): RenderedDocument {
    const actions = {
        secretsmanager: STORE_FACTS.secretsmanager.action,
        ssm: STORE_FACTS.ssm.action,
    };
    return renderDocument([
        ...planSecretStatements(secrets, location, actions),
        ...planEnvironmentFileStatements(environmentFiles, location),
    ]);
}
