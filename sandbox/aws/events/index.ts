import { eventRule } from "./event-rule";
import { eventTarget } from "./event-target";

export { publish } from "./bus";
export { listLostEvents } from "./delivery";
export { listRules } from "./rules";

/** The resource types of Amazon EventBridge. */
export const eventsTypes = [eventRule, eventTarget];
