import { cluster } from "./cluster";
import { service } from "./service";
import { taskDefinition } from "./task-definition";

export { listServices } from "./services";
export { type Task } from "./task";
export { listTaskDefinitions } from "./task-definition";
export { updateService } from "./update-service";

/** The resource types of Amazon Elastic Container Service. */
export const ecsTypes = [cluster, taskDefinition, service];
