import type {
    CreateLogGroupCommandInput,
    PutRetentionPolicyCommandInput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch";
import { physicalName, regionalArn } from "./names";
import { defineTranslation, refuseRest, type Request } from "./request";

const request = (operation: string, input: object): Request => ({
    service: "logs",
    operation,
    input,
});

/** `aws:cloudwatch/logGroup:LogGroup` */
export const logGroup = defineTranslation<LogGroupArgs>(function* (args, declared) {
    const { name, namePrefix, kmsKeyId, logGroupClass, retentionInDays, tags, ...more } = args;
    // Skipping matters when the group is deleted.
    const { deletionProtectionEnabled, region: _, skipDestroy: __, ...rest } = more;
    refuseRest(rest);
    const logGroupName = physicalName({ name, namePrefix }, declared);
    yield request("CreateLogGroup", {
        logGroupName,
        kmsKeyId,
        logGroupClass: logGroupClass as CreateLogGroupCommandInput["logGroupClass"],
        deletionProtectionEnabled,
        tags,
    } satisfies CreateLogGroupCommandInput);
    // Zero stands for no end, which is AWS's own default.
    if (retentionInDays) {
        yield request("PutRetentionPolicy", {
            logGroupName,
            retentionInDays,
        } satisfies PutRetentionPolicyCommandInput);
    }
    const arn = regionalArn(declared, "logs", `log-group:${logGroupName}`);
    return { id: logGroupName, name: logGroupName, arn };
});
