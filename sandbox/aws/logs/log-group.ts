import { evaluateService, parseArn } from "../../../core";
import type { Account } from "../account";
import { findKey } from "../kms";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { logGroups, type LogGroup } from "./log-groups";

/**
 * The days that log events may be kept; 0 is for ever.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const RETENTION_DAYS = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

/** The resource type of log groups. */
export const logGroup: ResourceType = {
    token: "aws:cloudwatch/logGroup:LogGroup",
    autoName: "name",
    defaults: { retentionInDays: 0, skipDestroy: false },
    replaceOn: ["logGroupClass", "name", "namePrefix"],
    computed: ["arn", "deletionProtectionEnabled", "logGroupClass", "namePrefix", "tagsAll"],
    create(account, inputs) {
        const created = readInputs(account, "CreateLogGroup", inputs);
        if (!logGroups(account).create(created.name, created)) {
            const message = "The specified log group already exists";
            refuse("CreateLogGroup", "ResourceAlreadyExistsException", message);
        }
        return { id: created.name, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = logGroups(account).get(id);
        return found && describe(found, outputs);
    },
    update(account, id, inputs) {
        const updated = readInputs(account, "AssociateKmsKey", { ...inputs, name: id });
        logGroups(account).put(id, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id, outputs) {
        if (outputs.deletionProtectionEnabled === true) {
            const message = "The log group is protected from deletion.";
            refuse("DeleteLogGroup", "ValidationException", message);
        }
        if (outputs.skipDestroy !== true) {
            logGroups(account).delete(id);
        }
    },
};

function describe(found: LogGroup, properties: Properties): Properties {
    return {
        deletionProtectionEnabled: false,
        logGroupClass: "STANDARD",
        ...properties,
        arn: found.arn,
        name: found.name,
        retentionInDays: found.retentionInDays,
    };
}

function readInputs(account: Account, operation: string, inputs: Properties): LogGroup {
    const name = text(inputs, "name");
    const kmsKeyId = text(inputs, "kmsKeyId");
    const retentionInDays = Number(inputs.retentionInDays ?? 0);
    if (name.length > 512 || !/^[A-Za-z0-9_./#-]+$/.test(name) || name.startsWith("aws/")) {
        const message =
            "Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+";
        refuse(operation, "InvalidParameterException", message);
    }
    if (!RETENTION_DAYS.includes(retentionInDays)) {
        const message = `Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTION_DAYS.slice(1).join(", ")}]`;
        refuse("PutRetentionPolicy", "InvalidParameterException", message);
    }
    const arn = account.arn("logs", `log-group:${name}`);
    if (kmsKeyId !== "") {
        refuseKey(account, operation, kmsKeyId, arn);
    }
    return { name, arn, retentionInDays, ...(kmsKeyId !== "" && { kmsKeyId }) };
}

/**
 * CloudWatch Logs uses the key by itself, so that the key policy must name it.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function refuseKey(account: Account, operation: string, keyArn: string, arn: string): void {
    if (!parseArn(keyArn)?.resource.startsWith("key/")) {
        const message = `The KMS key must be named by its ARN, and ${keyArn} is none.`;
        refuse(operation, "InvalidParameterException", message);
    }
    const key = findKey(account, keyArn);
    const service = `logs.${account.region}.amazonaws.com`;
    const context = { "kms:EncryptionContext:aws:logs:arn": [arn] };
    const isAllowed =
        key?.usable === true &&
        ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"].every((action) => {
            const { policy } = key;
            const request = { action, resource: key.arn, context };
            return (
                policy !== "default" &&
                evaluateService(request, service, policy).answer === "allowed"
            );
        });
    if (!isAllowed) {
        const message = `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`;
        refuse(operation, "InvalidParameterException", message);
    }
}

function refuse(operation: string, code: string, message: string): never {
    throw new AwsError(`CloudWatch Logs: ${operation}`, code, message);
}
