import { dnsSuffix } from "../../../core";
import type { Account } from "../account";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { policyText, refuseAttributes } from "./queue-attributes";
import { queues, requireQueue, type Queue } from "./queues";

/** The resource type of queues. */
export const queue: ResourceType = {
    token: "aws:sqs/queue:Queue",
    autoName: "name",
    defaults: {
        contentBasedDeduplication: false,
        delaySeconds: 0,
        fifoQueue: false,
        maxMessageSize: 262_144,
        messageRetentionSeconds: 345_600,
        receiveWaitTimeSeconds: 0,
        visibilityTimeoutSeconds: 30,
    },
    replaceOn: ["fifoQueue", "name", "namePrefix"],
    canonical: { policy: canonicalJson, redrivePolicy: canonicalJson },
    computed: [
        "arn",
        "deduplicationScope",
        "fifoThroughputLimit",
        "kmsDataKeyReusePeriodSeconds",
        "namePrefix",
        "policy",
        "redriveAllowPolicy",
        "redrivePolicy",
        "sqsManagedSseEnabled",
        "tagsAll",
        "url",
    ],
    create(account, inputs) {
        const name = text(inputs, "name");
        refuseName(name, inputs.fifoQueue === true);
        refuseAttributes("CreateQueue", inputs);
        const host = `sqs.${account.region}.${dnsSuffix(account.partition)}`;
        const created = withInputs(inputs, {
            name,
            arn: account.arn("sqs", name),
            url: `https://${host}/${account.id}/${name}`,
        });
        if (!queues(account).create(name, created)) {
            const message = `A queue named ${name} already exists.`;
            throw new AwsError("SQS: CreateQueue", "QueueAlreadyExists", message);
        }
        return { id: created.url, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = queues(account).get(nameOf(id));
        return found && describe(found, outputs);
    },
    update(account, id, inputs) {
        refuseAttributes("SetQueueAttributes", inputs);
        const found = requireQueue(account, "SetQueueAttributes", id);
        // A queue that names no policy keeps the one that a QueuePolicy gave it.
        const { kmsMasterKeyId: _old, ...kept } = found;
        const updated = withInputs(inputs, kept);
        queues(account).put(updated.name, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account: Account, id: string) {
        queues(account).delete(nameOf(id));
    },
};

const nameOf = (url: string) => url.split("/").at(-1) ?? "";

function withInputs(inputs: Properties, found: Queue): Queue {
    const policy = policyText(inputs);
    const kmsMasterKeyId = text(inputs, "kmsMasterKeyId");
    return {
        ...found,
        ...(policy !== "" && { policy }),
        ...(kmsMasterKeyId !== "" && { kmsMasterKeyId }),
    };
}

function describe(found: Queue, properties: Properties): Properties {
    return {
        deduplicationScope: "",
        fifoThroughputLimit: "",
        kmsDataKeyReusePeriodSeconds: 300,
        redriveAllowPolicy: "",
        redrivePolicy: "",
        sqsManagedSseEnabled: found.kmsMasterKeyId === undefined,
        ...properties,
        arn: found.arn,
        name: found.name,
        policy: found.policy ?? "",
        url: found.url,
    };
}

function refuseName(name: string, isFifo: boolean): void {
    const refuse = (message: string) => {
        throw new AwsError("SQS: CreateQueue", "InvalidParameterValue", message);
    };
    if (isFifo !== name.endsWith(".fifo")) {
        refuse("The name of a FIFO queue, and of no other, must end with the .fifo suffix.");
    }
    if (name.length > 80 || !/^[A-Za-z0-9_-]+$/.test(name.replace(/\.fifo$/, ""))) {
        refuse(
            "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
        );
    }
}
