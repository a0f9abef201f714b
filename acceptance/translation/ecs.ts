import type {
    CreateClusterCommandInput,
    RegisterTaskDefinitionCommandInput,
    Volume,
} from "@aws-sdk/client-ecs";
import type { ClusterArgs, TaskDefinitionArgs } from "@pulumi/aws/ecs";
import type { Unwrap } from "@pulumi/pulumi";
import { physicalName } from "./names";
import { defineTranslation, refuseRest, type Request } from "./request";
import { listTags, smallTag } from "./tags";

type TaskInput = RegisterTaskDefinitionCommandInput;

const request = (operation: string, input: object): Request => ({
    service: "ecs",
    operation,
    input,
});

/** `aws:ecs/cluster:Cluster` */
export const cluster = defineTranslation<ClusterArgs>(function* (args, declared) {
    const { name, configuration, settings, serviceConnectDefaults, tags, ...more } = args;
    const { region: _, ...rest } = more;
    refuseRest(rest);
    const clusterName = physicalName({ name }, declared);
    const answer = yield request("CreateCluster", {
        clusterName,
        configuration: configuration as CreateClusterCommandInput["configuration"],
        settings: settings as CreateClusterCommandInput["settings"],
        serviceConnectDefaults,
        tags: listTags(tags, smallTag),
    } satisfies CreateClusterCommandInput);
    const { clusterArn } = answer.cluster as { clusterArn: string };
    return { id: clusterArn, arn: clusterArn, name: clusterName };
});

/** `aws:ecs/taskDefinition:TaskDefinition` */
export const taskDefinition = defineTranslation<TaskDefinitionArgs>(function* (args) {
    const { family, containerDefinitions, cpu, memory, networkMode, ...more } = args;
    const { executionRoleArn, taskRoleArn, requiresCompatibilities, volumes, tags, ...others } =
        more;
    const { placementConstraints, proxyConfiguration, runtimePlatform, ...further } = others;
    const {
        ephemeralStorage,
        pidMode,
        ipcMode,
        enableFaultInjection,
        region: _,
        ...last
    } = further;
    // Both are about what the provider does with revisions later.
    const { skipDestroy: __, trackLatest: ___, ...rest } = last;
    refuseRest(rest);
    const answer = yield request("RegisterTaskDefinition", {
        family,
        containerDefinitions: JSON.parse(containerDefinitions) as TaskInput["containerDefinitions"],
        cpu,
        memory,
        networkMode: networkMode as TaskInput["networkMode"],
        executionRoleArn,
        taskRoleArn,
        requiresCompatibilities: requiresCompatibilities as TaskInput["requiresCompatibilities"],
        volumes: volumes?.map(translateVolume),
        placementConstraints: placementConstraints as TaskInput["placementConstraints"],
        proxyConfiguration: proxyConfiguration && {
            containerName: proxyConfiguration.containerName,
            type: proxyConfiguration.type as NonNullable<TaskInput["proxyConfiguration"]>["type"],
            properties: listTags(proxyConfiguration.properties, (name, value) => ({ name, value })),
        },
        runtimePlatform: runtimePlatform as TaskInput["runtimePlatform"],
        ephemeralStorage: ephemeralStorage && { sizeInGiB: ephemeralStorage.sizeInGib },
        pidMode: pidMode as TaskInput["pidMode"],
        ipcMode: ipcMode as TaskInput["ipcMode"],
        enableFaultInjection,
        tags: listTags(tags, smallTag),
    } satisfies TaskInput);
    const registered = answer.taskDefinition as { taskDefinitionArn: string; revision: number };
    const { taskDefinitionArn: arn, revision } = registered;
    return { id: family, arn, arnWithoutRevision: arn.replace(/:\d+$/, ""), revision };
});

type VolumeArgs = NonNullable<Unwrap<TaskDefinitionArgs>["volumes"]>[number];

/** The provider calls the path on the host by another name; all else is named as AWS names it. */
function translateVolume({ hostPath, ...volume }: VolumeArgs): Volume {
    return { ...(volume as Volume), host: hostPath ? { sourcePath: hostPath } : undefined };
}
