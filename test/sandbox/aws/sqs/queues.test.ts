import assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { findQueue, listMessages, putMessage, serviceRefusal } from "../../../../sandbox/aws/sqs";
import { EventAccount } from "../events/account";

const ACCOUNT = "123456789012";
const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:q`;
const URL = `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/q`;
const RULE = `arn:aws:events:us-east-1:${ACCOUNT}:rule/r`;
const EVENTS = "events.amazonaws.com";
const CREATE = "simulated AWS: operation error SQS: CreateQueue, ";

/** A policy with one statement for everybody's service. */
function statement(fields: object): string {
    const usual = { Effect: "Allow", Principal: { Service: EVENTS }, Resource: "*" };
    return JSON.stringify({ Version: "2012-10-17", Statement: [{ ...usual, ...fields }] });
}

const refusals: Record<string, [Properties, message: string]> = {
    "with a space in its name": [
        { name: "a b" },
        `${CREATE}InvalidParameterValue: Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length`,
    ],
    "of more than 80 characters": [
        { name: "q".repeat(81) },
        `${CREATE}InvalidParameterValue: Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length`,
    ],
    "that is FIFO and does not say so": [
        { name: "q", fifoQueue: true },
        `${CREATE}InvalidParameterValue: The name of a FIFO queue, and of no other, must end with the .fifo suffix.`,
    ],
    "that forgets within a minute": [
        { name: "q", messageRetentionSeconds: 59 },
        `${CREATE}InvalidAttributeValue: Invalid value for the parameter MessageRetentionPeriod.`,
    ],
    "that is encrypted twice": [
        { name: "q", sqsManagedSseEnabled: true, kmsMasterKeyId: "alias/aws/sqs" },
        `${CREATE}InvalidAttributeValue: You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.`,
    ],
    "with a malformed policy": [
        { name: "q", policy: "{}" },
        `${CREATE}InvalidAttributeValue: Syntax errors in policy. (Statement: the policy document has no statement)`,
    ],
    "of a name that is taken": [
        { name: "taken" },
        `${CREATE}QueueAlreadyExists: A queue named taken already exists.`,
    ],
};

describe("a simulated queue", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [inputs, message]] of Object.entries(refusals)) {
        it(`is refused ${title}`, () => {
            account.make("queue", { name: "taken" });
            assert.throws(() => account.make("queue", inputs), { message });
        });
    }

    it("is known by its URL, which is its id", () => {
        const { id, outputs } = account.make("queue", { name: "q" });
        assert.deepEqual([id, outputs.url, outputs.arn], [URL, URL, QUEUE]);
    });

    it("has a policy of its own until that is deleted", () => {
        account.make("queue", { name: "q" });
        const policy = statement({ Action: "sqs:SendMessage" });
        const state = account.make("queuePolicy", { queueUrl: URL, policy });
        assert.equal(findQueue(account.account, QUEUE)?.policy, policy);
        account.drop("queuePolicy", state);
        assert.deepEqual(
            [findQueue(account.account, URL)?.policy, account.refresh("queuePolicy", state)],
            [undefined, undefined],
        );
    });

    it("keeps that policy when its attributes change", () => {
        const state = account.make("queue", { name: "q", kmsMasterKeyId: "alias/aws/sqs" });
        const policy = statement({ Action: "sqs:SendMessage" });
        account.make("queuePolicy", { queueUrl: URL, policy });
        account.change("queue", state, { delaySeconds: 1 });
        const { kmsMasterKeyId, ...rest } = findQueue(account.account, URL) ?? {};
        assert.deepEqual(
            [kmsMasterKeyId, rest],
            [undefined, { name: "q", arn: QUEUE, url: URL, policy }],
        );
    });

    it("is not there for a policy without it", () => {
        const inputs = { queueUrl: URL, policy: statement({ Action: "sqs:SendMessage" }) };
        assert.throws(() => account.make("queuePolicy", inputs), {
            message:
                "simulated AWS: operation error SQS: SetQueueAttributes, AWS.SimpleQueueService.NonExistentQueue: The specified queue does not exist.",
        });
    });

    it("has its messages in the order in which they came, past the tenth", () => {
        account.make("queue", { name: "q" });
        account.make("queue", { name: "other" });
        const queue = findQueue(account.account, QUEUE)!;
        const bodies = Array.from({ length: 12 }, (_, index) => `message ${index}`);
        bodies.forEach((body) => putMessage(account.account, queue, body));
        const found = (arn?: string) => listMessages(account.account, arn).map(({ body }) => body);
        assert.deepEqual([found(QUEUE), found(), found(`${QUEUE}-other`)], [bodies, bodies, []]);
    });
});

const KEY_ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey"];
type SendRow = [policy: string | undefined, keyPolicy: string | undefined, refusal?: RegExp];
const bySending: Record<string, SendRow> = {
    "may send with a statement for it": [statement({ Action: "sqs:SendMessage" }), undefined],
    "may send for the rule that the statement names": [
        statement({
            Action: "sqs:SendMessage",
            Condition: {
                ArnEquals: { "aws:SourceArn": RULE },
                StringEquals: { "aws:SourceAccount": ACCOUNT },
            },
        }),
        undefined,
    ],
    "may not send without a queue policy": [
        undefined,
        undefined,
        /^the queue policy does not let events\.amazonaws\.com use sqs:SendMessage on arn:aws:sqs:/,
    ],
    "may not send with a statement for the account": [
        statement({ Action: "sqs:SendMessage", Principal: { AWS: ACCOUNT } }),
        undefined,
        /^the queue policy does not let events\.amazonaws\.com use sqs:SendMessage/,
    ],
    "may not send with a statement for another account's rules": [
        statement({
            Action: "sqs:SendMessage",
            Condition: { StringEquals: { "aws:SourceAccount": "210987654321" } },
        }),
        undefined,
        /^the queue policy does not let events\.amazonaws\.com use sqs:SendMessage/,
    ],
    "may not send with a right to receive": [
        statement({ Action: "sqs:ReceiveMessage" }),
        undefined,
        /^the queue policy does not let events\.amazonaws\.com use sqs:SendMessage/,
    ],
    "may send to a queue whose key policy names it": [
        statement({ Action: "sqs:SendMessage" }),
        statement({ Action: KEY_ACTIONS }),
    ],
    "may not send to a queue whose key policy lets it decrypt alone": [
        statement({ Action: "sqs:SendMessage" }),
        statement({ Action: "kms:Decrypt" }),
        /^the key policy does not let events\.amazonaws\.com use kms:GenerateDataKey on arn:aws:kms:/,
    ],
    "may not send to a queue whose key has the default policy": [
        statement({ Action: "sqs:SendMessage" }),
        "default",
        /^the default key policy does not let events\.amazonaws\.com use arn:aws:kms:/,
    ],
    "may not send to a queue with the key that AWS manages": [
        statement({ Action: "sqs:SendMessage" }),
        "alias/aws/sqs",
        /^the policy of the AWS managed key alias\/aws\/sqs does not let events\.amazonaws\.com use it\.$/,
    ],
};

describe("EventBridge", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    const keyOf = (keyPolicy: string | undefined): Properties => {
        if (keyPolicy === undefined || keyPolicy === "alias/aws/sqs") {
            return keyPolicy === undefined ? {} : { kmsMasterKeyId: keyPolicy };
        }
        const policy = keyPolicy === "default" ? {} : { policy: keyPolicy };
        return { kmsMasterKeyId: account.output("key", policy, "arn") };
    };
    for (const [title, [policy, keyPolicy, refusal]] of Object.entries(bySending)) {
        it(title, () => {
            account.make("queue", { name: "q", policy, ...keyOf(keyPolicy) });
            const queue = findQueue(account.account, QUEUE)!;
            const found = serviceRefusal(account.account, queue, EVENTS, RULE);
            assert.match(found ?? "none", refusal ?? /^none$/);
        });
    }
});
