/** The type token of the component: the writer registers it, the reader knows it again. */
export const COMPONENT_TYPE = "ecs-secrets:index:SecretInjectedService";
