import { Service } from "@pulumi/aws/ecs";
import { renderValueFrom } from "../../core";
import type { SecretInjectedServiceArgs } from "../args";
import { refer } from "../facts";
import { createChild, type Scope } from "../scope";
import type { Task } from "../task";
import { completeOptions } from "./log-group";

/** The scope of a service. */
export type ServiceScope = Scope & { readonly args: SecretInjectedServiceArgs };

/**
 * Creates the service. It waits for the role's rights and the secrets' values, or its first tasks
 * would start before they can read what they inject.
 */
export function createService(scope: ServiceScope, task: Task): Service {
    const { args } = scope;
    const { deploymentController: controller = "ECS" } = args;
    return createChild(
        scope,
        "service",
        Service,
        "service",
        {
            ...pickSettings(args),
            ...(controller === "ECS" ? planDeployment(args, task) : {}),
            ...(controller === "EXTERNAL" ? {} : planTasks(args, task)),
            deploymentController: controller === "ECS" ? undefined : { type: controller },
            serviceConnectConfiguration: planServiceConnect(scope, task),
        },
        {
            dependsOn: [...task.prerequisites],
            // What AWS CodeDeploy deploys is its own to say, from the second deployment on.
            ...(controller === "CODE_DEPLOY" && {
                ignoreChanges: ["loadBalancers", "taskDefinition"],
            }),
        },
    );
}

/** What stands in the args as it stands in the resource. */
function pickSettings(args: SecretInjectedServiceArgs) {
    const isDaemon = args.schedulingStrategy === "DAEMON";
    return {
        cluster: args.cluster,
        name: args.serviceName,
        desiredCount: args.desiredCount ?? (isDaemon ? undefined : 1),
        schedulingStrategy: args.schedulingStrategy,
        deploymentMaximumPercent: args.deploymentMaximumPercent,
        deploymentMinimumHealthyPercent: args.deploymentMinimumHealthyPercent,
        alarms: args.alarms,
        loadBalancers: args.loadBalancers,
        healthCheckGracePeriodSeconds: args.healthCheckGracePeriodSeconds,
        serviceRegistries: args.serviceRegistries,
        orderedPlacementStrategies: args.orderedPlacementStrategies,
        enableExecuteCommand: args.enableExecuteCommand,
        enableEcsManagedTags: args.enableEcsManagedTags,
        propagateTags: args.propagateTags,
        tags: args.tags,
    };
}

/** What the tasks are; an external deployment controller says that itself, in its task sets. */
function planTasks(args: SecretInjectedServiceArgs, { taskDefinition }: Task) {
    const strategies = args.capacityProviderStrategies;
    return {
        taskDefinition: taskDefinition.arn,
        launchType: strategies === undefined ? (args.launchType ?? "FARGATE") : undefined,
        capacityProviderStrategies: strategies,
        platformVersion: args.platformVersion,
        networkConfiguration: args.networkConfiguration,
        volumeConfiguration: args.volumeConfiguration,
    };
}

/** How Amazon ECS itself deploys the service. */
function planDeployment(args: SecretInjectedServiceArgs, { versions }: Task) {
    const { enable = true, rollback = true } = args.deploymentCircuitBreaker ?? {};
    return {
        deploymentCircuitBreaker: { enable, rollback },
        waitForSteadyState: args.waitForSteadyState ?? canStart(args),
        // A running container never sees a new value: a new version must start new tasks.
        forceNewDeployment: true,
        triggers: versions,
    };
}

/** Whether tasks can start by what the program itself creates. */
function canStart({ secrets = {}, executionRole }: SecretInjectedServiceArgs): boolean {
    const isFilledLater = Object.values(secrets).some(
        ({ external }) => external !== undefined && external.initialValue === undefined,
    );
    return !isFilledLater && executionRole?.attachPolicies !== false;
}

function planServiceConnect(scope: ServiceScope, { injections, logGroup }: Task) {
    const { serviceConnectConfiguration: connect } = scope.args;
    if (!connect) {
        return undefined;
    }
    const { enabled = true, namespace, services, logConfiguration: logs } = connect;
    const secretOptions = injections
        .filter(({ target }) => target === "serviceConnect")
        .map(({ name, secret, part }) => ({
            name,
            valueFrom: secret.reference.apply((whole) => renderValueFrom(refer(whole, part))),
        }));
    return {
        enabled,
        namespace,
        services,
        logConfiguration: logs && {
            logDriver: logs.logDriver,
            options: completeOptions(scope, logs, "service-connect", logGroup),
            secretOptions: secretOptions.length > 0 ? secretOptions : undefined,
        },
    };
}
