import { stateMachine } from "./state-machine";

export { assumeRole } from "./assume";
export { listExecutions, startExecution } from "./executions";
export { failNext, takeFault } from "./faults";
export { findStateMachine } from "./state-machines";

/** The resource types of AWS Step Functions. */
export const statesTypes = [stateMachine];
