import type {
    PutRuleCommandInput,
    PutTargetsCommandInput,
    Target,
} from "@aws-sdk/client-eventbridge";
import type { EventRuleArgs, EventTargetArgs } from "@pulumi/aws/cloudwatch";
import type { Unwrap } from "@pulumi/pulumi";
import { physicalName } from "./names";
import { defineTranslation, refuseRest, type Answer, type Request } from "./request";
import { capitalTag, listTags } from "./tags";

const request = (operation: string, input: object): Request => ({
    service: "events",
    operation,
    input,
});

/** `aws:cloudwatch/eventRule:EventRule` */
export const eventRule = defineTranslation<EventRuleArgs>(function* (args, declared) {
    const { name, namePrefix, description, eventBusName, eventPattern, ...more } = args;
    const { isEnabled, roleArn, scheduleExpression, state, tags, region: _, ...others } = more;
    // It matters when the rule is deleted.
    const { forceDestroy: __, ...rest } = others;
    refuseRest(rest);
    const Name = physicalName({ name, namePrefix }, declared);
    const { RuleArn }: Answer = yield request("PutRule", {
        Name,
        Description: description,
        EventBusName: eventBusName,
        EventPattern: eventPattern,
        ScheduleExpression: scheduleExpression,
        RoleArn: roleArn,
        State: (state ??
            (isEnabled === false ? "DISABLED" : "ENABLED")) as PutRuleCommandInput["State"],
        Tags: listTags(tags, capitalTag),
    } satisfies PutRuleCommandInput);
    return { id: Name, name: Name, arn: RuleArn };
});

/** `aws:cloudwatch/eventTarget:EventTarget` */
export const eventTarget = defineTranslation<EventTargetArgs>(function* (args, declared) {
    const { rule, eventBusName, targetId, arn, roleArn, input, inputPath, ...more } = args;
    const { inputTransformer, deadLetterConfig, retryPolicy, sqsTarget, ecsTarget, ...others } =
        more;
    // Forcing matters when the target is deleted.
    const { region: _, forceDestroy: __, ...rest } = others;
    refuseRest(rest);
    const Id = physicalName({ name: targetId }, declared);
    yield request("PutTargets", {
        Rule: rule,
        EventBusName: eventBusName,
        Targets: [
            {
                Id,
                Arn: arn,
                RoleArn: roleArn,
                Input: input,
                InputPath: inputPath,
                InputTransformer: inputTransformer && {
                    InputPathsMap: inputTransformer.inputPaths,
                    InputTemplate: inputTransformer.inputTemplate,
                },
                DeadLetterConfig: deadLetterConfig && { Arn: deadLetterConfig.arn },
                RetryPolicy: retryPolicy && {
                    MaximumEventAgeInSeconds: retryPolicy.maximumEventAgeInSeconds,
                    MaximumRetryAttempts: retryPolicy.maximumRetryAttempts,
                },
                SqsParameters: sqsTarget && { MessageGroupId: sqsTarget.messageGroupId },
                EcsParameters: ecsTarget && translateEcsTarget(ecsTarget),
            },
        ],
    } satisfies PutTargetsCommandInput);
    return { id: `${rule}-${Id}`, targetId: Id };
});

function translateEcsTarget(
    target: NonNullable<Unwrap<EventTargetArgs>["ecsTarget"]>,
): Target["EcsParameters"] {
    const { taskDefinitionArn, taskCount, launchType, platformVersion, ...more } = target;
    const { group, networkConfiguration, capacityProviderStrategies, tags, ...others } = more;
    const { enableEcsManagedTags, enableExecuteCommand, propagateTags, ...rest } = others;
    refuseRest(rest);
    type Parameters = NonNullable<Target["EcsParameters"]>;
    return {
        TaskDefinitionArn: taskDefinitionArn,
        TaskCount: taskCount,
        LaunchType: launchType as Parameters["LaunchType"],
        PlatformVersion: platformVersion,
        Group: group,
        NetworkConfiguration: networkConfiguration && {
            awsvpcConfiguration: {
                Subnets: networkConfiguration.subnets,
                SecurityGroups: networkConfiguration.securityGroups,
                AssignPublicIp: networkConfiguration.assignPublicIp ? "ENABLED" : "DISABLED",
            },
        },
        CapacityProviderStrategy: capacityProviderStrategies,
        EnableECSManagedTags: enableEcsManagedTags,
        EnableExecuteCommand: enableExecuteCommand,
        PropagateTags: propagateTags as Parameters["PropagateTags"],
        Tags: listTags(tags, capitalTag),
    };
}
