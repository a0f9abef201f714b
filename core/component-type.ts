/** The type token of the service component: the writer registers it, the reader knows it again. */
export const SERVICE_TYPE = "ecs-secrets:index:SecretInjectedService";

/** The type token of the task definition component. */
export const TASK_DEFINITION_TYPE = "ecs-secrets:index:SecretInjectedTaskDefinition";

/** The type tokens of the components that write task definitions. */
export const COMPONENT_TYPES: readonly string[] = [SERVICE_TYPE, TASK_DEFINITION_TYPE];
