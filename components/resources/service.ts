import { Service, type TaskDefinition } from "@pulumi/aws/ecs";
import type { Scope } from "../scope";
import type { ExecutionRole } from "./execution-role";
import { mapValues } from "./injections";
import type { OwnSecret } from "./secrets";

/**
 * Creates the service. It waits for the role's rights and the secrets' values, or its first tasks
 * would start before they can read what they inject.
 */
export function createService(
    { parent, name, args, guard }: Scope,
    taskDefinition: TaskDefinition,
    executionRole: ExecutionRole,
    secrets: Record<string, OwnSecret>,
): Service {
    const values = Object.values(secrets).map((secret) => secret.resource);
    return new Service(
        `${name}-service`,
        {
            cluster: guard(args.cluster),
            taskDefinition: guard(taskDefinition.arn),
            launchType: args.launchType ?? "FARGATE",
            desiredCount: args.desiredCount ?? 1,
            networkConfiguration: args.networkConfiguration,
            waitForSteadyState: args.waitForSteadyState ?? true,
            // A running container never sees a new value: a new version must start new tasks.
            forceNewDeployment: true,
            triggers: mapValues(secrets, (secret) => guard(secret.version)),
            tags: args.tags,
        },
        { parent, dependsOn: [...executionRole.rights, ...values] },
    );
}
