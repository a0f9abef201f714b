import type { Account } from "../account";
import { uuid } from "../ids";
import { append } from "./append";
import type { Queue } from "./queues";

/** A message in a queue. The simulated Amazon SQS never forgets one, and nobody takes one away. */
export interface Message {
    readonly messageId: string;
    readonly queueArn: string;
    readonly body: string;
    readonly attributes: Readonly<Record<string, string>>;
}

const messages = (account: Account) => account.collection<Message>("sqs-messages");

/** The messages of a queue, or of all queues, the oldest first. */
export function listMessages(account: Account, queueArn?: string): Message[] {
    const all = messages(queueArn === undefined ? account : account.ofArn(queueArn)).list();
    return all.filter((message) => queueArn === undefined || message.queueArn === queueArn);
}

/** Puts a message into a queue; whether its sender may is another question. */
export function putMessage(
    account: Account,
    queue: Queue,
    body: string,
    attributes: Readonly<Record<string, string>> = {},
): Message {
    const message = { messageId: uuid(), queueArn: queue.arn, body, attributes };
    append(messages(account.ofArn(queue.arn)), message);
    return message;
}
