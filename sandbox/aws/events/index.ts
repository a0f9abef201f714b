import { eventRule } from "./event-rule";
import { eventTarget } from "./event-target";

export { publish, type AwsEvent } from "./bus";
export { listLostEvents, type DeliveredEvent, type LostEvent } from "./delivery";
export { listRules, type Rule, type Target } from "./rules";

/** The resource types of Amazon EventBridge. */
export const eventsTypes = [eventRule, eventTarget];
