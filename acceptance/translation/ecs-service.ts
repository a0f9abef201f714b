import type { CreateServiceCommandInput } from "@aws-sdk/client-ecs";
import type { ServiceArgs } from "@pulumi/aws/ecs";
import type { Unwrap } from "@pulumi/pulumi";
import { physicalName } from "./names";
import { defineTranslation, refuseRest } from "./request";
import { translateServiceConnect } from "./service-connect";
import { listTags, smallTag } from "./tags";

type Input = CreateServiceCommandInput;
type Service = Unwrap<ServiceArgs>;

/** `aws:ecs/service:Service` */
export const service = defineTranslation<ServiceArgs>(function* (args, declared) {
    const { name, cluster, taskDefinition, desiredCount, schedulingStrategy, ...more } = args;
    const { launchType, platformVersion, capacityProviderStrategies, ...others } = more;
    const { networkConfiguration, loadBalancers, serviceRegistries, iamRole, ...further } = others;
    const { serviceConnectConfiguration, enableExecuteCommand, tags, propagateTags, ...placed } =
        further;
    const { orderedPlacementStrategies, placementConstraints, ...deployed } = placed;
    const { deploymentController, healthCheckGracePeriodSeconds, ...ruled } = deployed;
    const { enableEcsManagedTags, availabilityZoneRebalancing, region: _, ...rest } = ruled;
    const { deploymentConfiguration, left } = translateDeployment(rest);
    refuseRest(left);
    const serviceName = physicalName({ name }, declared);
    const answer = yield {
        service: "ecs",
        operation: "CreateService",
        input: {
            serviceName,
            cluster,
            taskDefinition,
            // A daemon has as many tasks as there are instances.
            desiredCount: schedulingStrategy === "DAEMON" ? undefined : (desiredCount ?? 0),
            schedulingStrategy: (schedulingStrategy ?? "REPLICA") as Input["schedulingStrategy"],
            launchType: launchType as Input["launchType"],
            platformVersion,
            capacityProviderStrategy: capacityProviderStrategies,
            networkConfiguration: networkConfiguration && {
                awsvpcConfiguration: {
                    subnets: networkConfiguration.subnets,
                    // None is the same as the VPC's default one; moto breaks without a list.
                    securityGroups: networkConfiguration.securityGroups ?? [],
                    assignPublicIp: networkConfiguration.assignPublicIp ? "ENABLED" : "DISABLED",
                },
            },
            loadBalancers: loadBalancers?.map(({ elbName, ...balancer }) => ({
                ...balancer,
                loadBalancerName: elbName,
            })),
            serviceRegistries: serviceRegistries && [serviceRegistries],
            serviceConnectConfiguration:
                serviceConnectConfiguration && translateServiceConnect(serviceConnectConfiguration),
            deploymentController: deploymentController as Input["deploymentController"],
            deploymentConfiguration,
            healthCheckGracePeriodSeconds,
            placementStrategy: orderedPlacementStrategies as Input["placementStrategy"],
            placementConstraints: placementConstraints as Input["placementConstraints"],
            availabilityZoneRebalancing:
                availabilityZoneRebalancing as Input["availabilityZoneRebalancing"],
            role: iamRole,
            enableECSManagedTags: enableEcsManagedTags,
            enableExecuteCommand,
            propagateTags: propagateTags as Input["propagateTags"],
            tags: listTags(tags, smallTag),
        } satisfies Input,
    };
    const { serviceArn } = answer.service as { serviceArn: string };
    return { id: serviceArn, arn: serviceArn, name: serviceName };
});

/** AWS has one object for what the provider spreads over many inputs. */
function translateDeployment(args: Partial<Service>) {
    const { deploymentCircuitBreaker, alarms, deploymentConfiguration, ...more } = args;
    const { deploymentMinimumHealthyPercent, deploymentMaximumPercent, ...others } = more;
    // What the provider does after the request, or when it updates or deletes the service.
    const { waitForSteadyState: _, forceNewDeployment: __, triggers: ___, ...later } = others;
    const { forceDelete: ____, sigintRollback: _____, ...left } = later;
    const { strategy, bakeTimeInMinutes, ...unsent } = deploymentConfiguration ?? {};
    refuseRest(unsent);
    const configuration = {
        deploymentCircuitBreaker,
        alarms: alarms && {
            alarmNames: alarms.alarmNames,
            enable: alarms.enable,
            rollback: alarms.rollback,
        },
        minimumHealthyPercent: deploymentMinimumHealthyPercent,
        maximumPercent: deploymentMaximumPercent,
        strategy: strategy as NonNullable<Input["deploymentConfiguration"]>["strategy"],
        bakeTimeInMinutes: bakeTimeInMinutes === undefined ? undefined : Number(bakeTimeInMinutes),
    };
    const isEmpty = Object.values(configuration).every((value) => value === undefined);
    return { deploymentConfiguration: isEmpty ? undefined : configuration, left };
}
