import type { CreateQueueCommandInput, SetQueueAttributesCommandInput } from "@aws-sdk/client-sqs";
import type { QueueArgs, QueuePolicyArgs } from "@pulumi/aws/sqs";
import { physicalName, regionalArn } from "./names";
import { renderPolicy } from "./policy";
import { defineTranslation, refuseRest, type Answer, type Request } from "./request";

const request = (operation: string, input: object): Request => ({
    service: "sqs",
    operation,
    input,
});

/** `aws:sqs/queue:Queue` */
export const queue = defineTranslation<QueueArgs>(function* (args, declared) {
    const { name, namePrefix, tags, fifoQueue, region: _, ...more } = args;
    const { contentBasedDeduplication, deduplicationScope, fifoThroughputLimit, ...others } = more;
    const { delaySeconds, maxMessageSize, messageRetentionSeconds, ...further } = others;
    const { receiveWaitTimeSeconds, visibilityTimeoutSeconds, ...encryption } = further;
    const { kmsMasterKeyId, kmsDataKeyReusePeriodSeconds, sqsManagedSseEnabled, ...rights } =
        encryption;
    const { policy, redrivePolicy, redriveAllowPolicy, ...rest } = rights;
    refuseRest(rest);
    const given = physicalName({ name, namePrefix }, declared);
    const QueueName = fifoQueue && !given.endsWith(".fifo") ? `${given}.fifo` : given;
    const attributes = {
        FifoQueue: fifoQueue || undefined,
        ContentBasedDeduplication: contentBasedDeduplication,
        DeduplicationScope: deduplicationScope,
        FifoThroughputLimit: fifoThroughputLimit,
        DelaySeconds: delaySeconds,
        MaximumMessageSize: maxMessageSize,
        MessageRetentionPeriod: messageRetentionSeconds,
        ReceiveMessageWaitTimeSeconds: receiveWaitTimeSeconds,
        VisibilityTimeout: visibilityTimeoutSeconds,
        KmsMasterKeyId: kmsMasterKeyId,
        KmsDataKeyReusePeriodSeconds: kmsDataKeyReusePeriodSeconds,
        SqsManagedSseEnabled: sqsManagedSseEnabled,
        Policy: policy === undefined ? undefined : renderPolicy(policy),
        RedrivePolicy: redrivePolicy,
        RedriveAllowPolicy: redriveAllowPolicy,
    };
    const { QueueUrl }: Answer = yield request("CreateQueue", {
        QueueName,
        // The API takes texts alone.
        Attributes: Object.fromEntries(
            Object.entries(attributes).flatMap(([key, value]) =>
                value === undefined ? [] : [[key, String(value)]],
            ),
        ),
        tags,
    } satisfies CreateQueueCommandInput);
    const arn = regionalArn(declared, "sqs", QueueName);
    return { id: String(QueueUrl), url: QueueUrl, arn, name: QueueName };
});

/** `aws:sqs/queuePolicy:QueuePolicy` */
export const queuePolicy = defineTranslation<QueuePolicyArgs>(function* (args) {
    const { queueUrl, policy, region: _, ...rest } = args;
    refuseRest(rest);
    yield request("SetQueueAttributes", {
        QueueUrl: queueUrl,
        Attributes: { Policy: renderPolicy(policy) },
    } satisfies SetQueueAttributesCommandInput);
    return { id: queueUrl };
});
