import { queue } from "./queue";
import { queuePolicy } from "./queue-policy";

export { append } from "./append";
export { listMessages, putMessage } from "./messages";
export { findQueue } from "./queues";
export { roleRefusal, serviceRefusal } from "./send-access";

/** The resource types of Amazon Simple Queue Service. */
export const sqsTypes = [queue, queuePolicy];
