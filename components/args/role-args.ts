import type { Role } from "@pulumi/aws/iam";
import type { Input } from "@pulumi/pulumi";
import type { SecretReferenceArgs } from "./reference-args";

/** How the task execution role is made; Amazon ECS itself acts with it, the containers do not. */
export interface ExecutionRoleArgs extends RoleArgs {
    /**
     * Whether the managed policy `AmazonECSTaskExecutionRolePolicy` is attached, which images in
     * Amazon ECR and logs in CloudWatch Logs need.
     * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
     * @default true; with `existing`, false
     */
    attachTaskExecutionPolicy?: boolean;

    /**
     * Whether the rights stand in an inline policy or in managed policies of their own.
     * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
     * @default - inline, as far as its quota of 10,240 characters lasts
     */
    policies?: "inline" | "managed";

    /**
     * Whether the rights are attached to an `existing` role. If not, `executionRolePolicy` is what
     * somebody else has to attach.
     * @default true
     */
    attachPolicies?: boolean;

    /**
     * Whether Amazon ECS tasks of this region alone may assume the role (`aws:SourceArn`).
     * AWS documents the condition for task roles, and has not confirmed it for execution roles.
     * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
     * @default false
     */
    sourceArn?: boolean;

    /**
     * Whether Amazon ECS tasks of this account alone may assume the role (`aws:SourceAccount`).
     * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
     * @default true
     */
    sourceAccount?: boolean;
}

/** How the task role is made, with which the containers act. */
export interface TaskRoleArgs extends RoleArgs {
    /**
     * Secrets that the containers may read themselves, with an AWS SDK. Injected secrets need no
     * such right.
     * @default - none: the role has no rights
     */
    readSecrets?: SecretReferenceArgs[];
}

/** What all roles have in common. */
export interface RoleArgs {
    /**
     * A role that exists, by its ARN.
     * @remarks Or the resource.
     * @default - a role is created
     */
    existing?: Input<string> | Role;

    /**
     * The path of the role.
     * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
     * @default "/"
     */
    path?: Input<string>;

    /**
     * The ARN of the policy that bounds the role's rights.
     * @default - none
     */
    permissionsBoundary?: Input<string>;

    /**
     * Tags of the role, in addition to those of the component.
     * @default - none
     */
    tags?: Input<Record<string, Input<string>>>;
}
