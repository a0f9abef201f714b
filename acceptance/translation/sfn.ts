import type { CreateStateMachineCommandInput } from "@aws-sdk/client-sfn";
import type { StateMachineArgs } from "@pulumi/aws/sfn";
import { physicalName } from "./names";
import { defineTranslation, refuseRest, type Answer } from "./request";
import { listTags, smallTag } from "./tags";

type Input = CreateStateMachineCommandInput;

/** `aws:sfn/stateMachine:StateMachine` */
export const stateMachine = defineTranslation<StateMachineArgs>(function* (args, declared) {
    const { name, namePrefix, definition, roleArn, type, publish, tags, ...more } = args;
    const { loggingConfiguration, tracingConfiguration, encryptionConfiguration, ...others } = more;
    const { region: _, ...rest } = others;
    refuseRest(rest);
    const machineName = physicalName({ name, namePrefix }, declared);
    const { stateMachineArn }: Answer = yield {
        service: "stepfunctions",
        operation: "CreateStateMachine",
        input: {
            name: machineName,
            definition,
            roleArn,
            type: type as Input["type"],
            publish,
            loggingConfiguration: loggingConfiguration && {
                level: loggingConfiguration.level as NonNullable<
                    Input["loggingConfiguration"]
                >["level"],
                includeExecutionData: loggingConfiguration.includeExecutionData,
                destinations: loggingConfiguration.logDestination
                    ? [
                          {
                              cloudWatchLogsLogGroup: {
                                  logGroupArn: loggingConfiguration.logDestination,
                              },
                          },
                      ]
                    : undefined,
            },
            tracingConfiguration: tracingConfiguration && {
                enabled: tracingConfiguration.enabled,
            },
            encryptionConfiguration: encryptionConfiguration as Input["encryptionConfiguration"],
            tags: listTags(tags, smallTag),
        } satisfies Input,
    };
    return { id: String(stateMachineArn), arn: stateMachineArn, name: machineName };
});
