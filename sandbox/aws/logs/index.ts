import { logGroup } from "./log-group";

export { findLogGroup } from "./log-groups";

/** The resource types of Amazon CloudWatch Logs. */
export const logsTypes = [logGroup];
