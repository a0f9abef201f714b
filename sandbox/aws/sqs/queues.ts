import { parseNamedPolicy, type NamedPolicy } from "../../../core";
import type { Account } from "../account";
import { AwsError } from "../resource-type";

/** A queue as the simulated Amazon SQS keeps it. */
export interface Queue {
    readonly name: string;
    readonly arn: string;
    readonly url: string;
    /** Absent: nobody but the account's own roles may use the queue. */
    readonly policy?: string;
    /** Absent where Amazon SQS encrypts with a key of its own, or not at all. */
    readonly kmsMasterKeyId?: string;
}

/** The queues by their names. */
export const queues = (account: Account) => account.collection<Queue>("sqs-queues");

/** All queues. */
const listQueues = (account: Account) => queues(account).list();

/** Finds a queue by its ARN or URL. */
export function findQueue(account: Account, arnOrUrl: string): Queue | undefined {
    return listQueues(account.ofArn(arnOrUrl)).find(
        ({ arn, url }) => arn === arnOrUrl || url === arnOrUrl,
    );
}

/** The queue of a URL, or the refusal of an operation on one that does not exist. */
export function requireQueue(account: Account, operation: string, url: string): Queue {
    const found = findQueue(account, url);
    if (!found) {
        const message = "The specified queue does not exist.";
        throw new AwsError(`SQS: ${operation}`, "AWS.SimpleQueueService.NonExistentQueue", message);
    }
    return found;
}

/** The policy of a queue; one without a statement if it has none. */
export function queuePolicyOf(queue: Queue): NamedPolicy {
    return queue.policy === undefined
        ? {
              name: "the queue policy",
              kind: "document",
              document: { version: "2012-10-17", statements: [] },
          }
        : parseNamedPolicy("the queue policy", queue.policy);
}
