import type { Account } from "../account";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { policyText, refuseQueuePolicy } from "./queue-attributes";
import { queues, requireQueue } from "./queues";

/** The resource type of the policies of queues. */
export const queuePolicy: ResourceType = {
    token: "aws:sqs/queuePolicy:QueuePolicy",
    required: ["policy", "queueUrl"],
    replaceOn: ["queueUrl"],
    canonical: { policy: canonicalJson },
    computed: [],
    create(account, inputs) {
        putPolicy(account, inputs);
        return { id: text(inputs, "queueUrl"), outputs: inputs };
    },
    read(account, id, outputs) {
        const policy = queues(account).get(nameOf(id))?.policy;
        return policy === undefined ? undefined : { ...outputs, policy };
    },
    update(account, id, inputs) {
        putPolicy(account, inputs);
        return { id, outputs: inputs };
    },
    delete(account, id) {
        const found = queues(account).get(nameOf(id));
        if (found) {
            const { policy: _gone, ...rest } = found;
            queues(account).put(found.name, rest);
        }
    },
};

const nameOf = (url: string) => url.split("/").at(-1) ?? "";

function putPolicy(account: Account, inputs: Properties): void {
    const policy = policyText(inputs);
    if (policy === "") {
        const message = "Invalid value for the parameter Policy.";
        throw new AwsError("SQS: SetQueueAttributes", "InvalidAttributeValue", message);
    }
    refuseQueuePolicy("SetQueueAttributes", policy);
    const found = requireQueue(account, "SetQueueAttributes", text(inputs, "queueUrl"));
    queues(account).put(found.name, { ...found, policy });
}
