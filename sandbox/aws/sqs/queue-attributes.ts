import { AwsError, type Properties } from "../resource-type";
import { refuseMalformed } from "../policy-refusal";

/**
 * The least and the most that a number may be.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
const RANGES: Readonly<Record<string, readonly [attribute: string, least: number, most: number]>> =
    {
        delaySeconds: ["DelaySeconds", 0, 900],
        kmsDataKeyReusePeriodSeconds: ["KmsDataKeyReusePeriodSeconds", 60, 86_400],
        maxMessageSize: ["MaximumMessageSize", 1024, 1_048_576],
        messageRetentionSeconds: ["MessageRetentionPeriod", 60, 1_209_600],
        receiveWaitTimeSeconds: ["ReceiveMessageWaitTimeSeconds", 0, 20],
        visibilityTimeoutSeconds: ["VisibilityTimeout", 0, 43_200],
    };

/** Refuses attributes of a queue that Amazon SQS refuses. */
export function refuseAttributes(operation: string, inputs: Properties): void {
    for (const [input, [attribute, least, most]] of Object.entries(RANGES)) {
        const value = inputs[input];
        if (typeof value === "number" && !(value >= least && value <= most)) {
            const message = `Invalid value for the parameter ${attribute}.`;
            throw new AwsError(`SQS: ${operation}`, "InvalidAttributeValue", message);
        }
    }
    if (inputs.kmsMasterKeyId !== undefined && inputs.sqsManagedSseEnabled === true) {
        const message =
            "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.";
        throw new AwsError(`SQS: ${operation}`, "InvalidAttributeValue", message);
    }
    refuseQueuePolicy(operation, policyText(inputs));
}

/** Refuses a malformed queue policy. */
export function refuseQueuePolicy(operation: string, policy: string): void {
    if (policy !== "") {
        refuseMalformed(`SQS: ${operation}`, "InvalidAttributeValue", policy);
    }
}

/** The queue policy of inputs as JSON; it may be given as an object. */
export function policyText({ policy }: Properties): string {
    return typeof policy === "string" ? policy : policy ? JSON.stringify(policy) : "";
}
