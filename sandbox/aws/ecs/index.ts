import { cluster } from "./cluster";
import { service } from "./service";
import { taskDefinition } from "./task-definition";

export { listServices } from "./service";
export { listTaskDefinitions } from "./task-definition";

/** The resource types of Amazon Elastic Container Service. */
export const ecsTypes = [cluster, taskDefinition, service];
