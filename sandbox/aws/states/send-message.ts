import { createHash } from "node:crypto";
import type { Account } from "../account";
import { findQueue, putMessage, roleRefusal } from "../sqs";
import { StateFailure } from "./failure";
import { takeFault } from "./faults";
import { textOf, type TaskResource } from "./task-resource";

/** The `sqs:sendMessage` integration; what is no text becomes one as JSON. */
export const sendMessage: TaskResource = {
    fields: ["MessageBody", "QueueUrl"],
    required: ["MessageBody", "QueueUrl"],
    perform(account, agent, parameters) {
        const url = textOf(parameters, "QueueUrl");
        const denial = roleRefusal(account, arnOf(account, url), agent);
        if (denial !== undefined) {
            throw failed(403, "AccessDenied", denial);
        }
        const fault = takeFault(account, "sqs:SendMessage");
        if (fault !== undefined) {
            throw failed(503, fault, "a fault that the simulation was told to have");
        }
        const queue = findQueue(account, url);
        if (!queue) {
            const code = "AWS.SimpleQueueService.NonExistentQueue";
            throw failed(400, code, "The specified queue does not exist.");
        }
        const { MessageBody: given } = parameters;
        const body = typeof given === "string" ? given : JSON.stringify(given);
        const { messageId } = putMessage(account, queue, body);
        const digest = createHash("md5").update(body).digest("hex");
        return { MD5OfMessageBody: digest, MessageId: messageId };
    },
};

/** The ARN of the queue of a URL, whether it is there or not: rights are asked for first. */
function arnOf(account: Account, url: string): string {
    const [, region, id, name] =
        /^https:\/\/sqs\.([^./]+)\.[^/]+\/(\d{12})\/([^/]+)$/.exec(url) ?? [];
    if (name === undefined) {
        throw failed(400, "InvalidAddress", `The address ${url} is not valid for this endpoint.`);
    }
    return account.of(id).in(region).arn("sqs", name);
}

function failed(status: number, code: string, message: string): StateFailure {
    const reason = `${message} (Service: AmazonSQS; Status Code: ${status}; Error Code: ${code})`;
    return new StateFailure("SQS.AmazonSQSException", reason);
}
