import type {
    EventRuleArgs,
    EventTargetArgs,
    LogGroupArgs as LogGroupResourceArgs,
} from "@pulumi/aws/cloudwatch";
import type { ServiceArgs, TaskDefinitionArgs } from "@pulumi/aws/ecs";
import type {
    PolicyArgs,
    RoleArgs as RoleResourceArgs,
    RolePolicyArgs,
    RolePolicyAttachmentArgs,
} from "@pulumi/aws/iam";
import type { PermissionArgs } from "@pulumi/aws/lambda";
import type {
    SecretArgs as SecretResourceArgs,
    SecretRotationArgs,
    SecretVersionArgs,
} from "@pulumi/aws/secretsmanager";
import type { StateMachineArgs } from "@pulumi/aws/sfn";
import type { QueueArgs, QueuePolicyArgs } from "@pulumi/aws/sqs";
import type { ParameterArgs } from "@pulumi/aws/ssm";
import type { CustomResourceOptions } from "@pulumi/pulumi";

/**
 * Changes a child before it is registered: the args that it answers stand in place of the child's,
 * and each option that it answers in place of that option; what it leaves out stays as it is.
 */
export type Transform<Args> = (
    args: Args,
    opts: CustomResourceOptions,
    /** The logical name of the child. */
    name: string,
) => { args?: Args; opts?: CustomResourceOptions } | undefined;

/** The transforms of the children of a task definition, by what they make. */
export interface TaskDefinitionTransformArgs {
    /**
     * Of each own secret in AWS Secrets Manager.
     * @default - none
     */
    secret?: Transform<SecretResourceArgs>;

    /**
     * Of the version that holds the value of each such secret.
     * @default - none
     */
    secretVersion?: Transform<SecretVersionArgs>;

    /**
     * Of the rotation of each such secret.
     * @default - none
     */
    secretRotation?: Transform<SecretRotationArgs>;

    /**
     * Of the permission to invoke each rotation function.
     * @default - none
     */
    rotationPermission?: Transform<PermissionArgs>;

    /**
     * Of each own secret in SSM Parameter Store.
     * @default - none
     */
    parameter?: Transform<ParameterArgs>;

    /**
     * Of the task execution role.
     * @default - none
     */
    executionRole?: Transform<RoleResourceArgs>;

    /**
     * Of the inline policy of the task execution role.
     * @default - none
     */
    executionPolicy?: Transform<RolePolicyArgs>;

    /**
     * Of each managed policy of the task execution role.
     * @default - none
     */
    executionManagedPolicy?: Transform<PolicyArgs>;

    /**
     * Of each attachment to the task execution role.
     * @default - none
     */
    executionAttachment?: Transform<RolePolicyAttachmentArgs>;

    /**
     * Of the task role.
     * @default - none
     */
    taskRole?: Transform<RoleResourceArgs>;

    /**
     * Of the inline policy of the task role.
     * @default - none
     */
    taskPolicy?: Transform<RolePolicyArgs>;

    /**
     * Of the log group.
     * @default - none
     */
    logGroup?: Transform<LogGroupResourceArgs>;

    /**
     * Of the task definition.
     * @default - none
     */
    taskDefinition?: Transform<TaskDefinitionArgs>;
}

/** The transforms of the children of a service, by what they make. */
export interface ServiceTransformArgs extends TaskDefinitionTransformArgs {
    /**
     * Of the service.
     * @default - none
     */
    service?: Transform<ServiceArgs>;

    /**
     * Of each rule that sees secrets change.
     * @default - none
     */
    rotationRule?: Transform<EventRuleArgs>;

    /**
     * Of each target of such a rule.
     * @default - none
     */
    rotationTarget?: Transform<EventTargetArgs>;

    /**
     * Of the state machine that deploys the service anew.
     * @default - none
     */
    stateMachine?: Transform<StateMachineArgs>;

    /**
     * Of the roles of the rules and of the state machine.
     * @default - none
     */
    rotationRole?: Transform<RoleResourceArgs>;

    /**
     * Of the policies of these roles.
     * @default - none
     */
    rotationPolicy?: Transform<RolePolicyArgs>;

    /**
     * Of the dead-letter queue.
     * @default - none
     */
    deadLetterQueue?: Transform<QueueArgs>;

    /**
     * Of the policy of the dead-letter queue.
     * @default - none
     */
    deadLetterQueuePolicy?: Transform<QueuePolicyArgs>;
}
