import type { TaskDefinition } from "@pulumi/aws/ecs";
import type { Role } from "@pulumi/aws/iam";
import type { Secret } from "@pulumi/aws/secretsmanager";
import type { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { TASK_DEFINITION_TYPE, type CrossAccountPolicies, type Reader } from "../core";
import type { SecretInjectedTaskDefinitionArgs } from "./args";
import { findOwner, openComponent } from "./opening";
import { outlineTask } from "./outline";
import { createTask } from "./task";
import { keepTask, listTaskOutputs, readTask, waitForTask } from "./task-outputs";

/**
 * An Amazon ECS task definition whose containers get their secrets from AWS Secrets Manager or SSM
 * Parameter Store, with the secrets, a task execution role with exactly the rights to read them, and
 * a task role: for `RunTask`, for schedules, and for services of your own.
 *
 * @remarks What starts tasks must depend on `prerequisites`: the rights and the values that a task
 * needs.
 *
 * @throws InputPropertiesError with all findings, before anything is registered, if the args are
 * wrong: a secret in plaintext, a malformed reference, an unknown property and the like.
 */
export class SecretInjectedTaskDefinition extends pulumi.ComponentResource {
    /** The type token of the component. */
    static readonly type = TASK_DEFINITION_TYPE;

    /** The task definition. */
    readonly taskDefinition: TaskDefinition;
    /** The task execution role; absent if it is known by its ARN alone. */
    readonly executionRole?: Role;
    /** The ARN of the task execution role: Amazon ECS itself acts with it, the containers do not. */
    readonly executionRoleArn: pulumi.Output<string>;
    /** The task role; absent if it is known by its ARN alone. */
    readonly taskRole?: Role;
    /** The ARN of the task role, with which the containers act. */
    readonly taskRoleArn: pulumi.Output<string>;
    /** The ARNs of the component's own secrets, by their keys. */
    readonly secretArns: pulumi.Output<Record<string, string>>;
    /** The JSON of the policy that the task execution role needs for what it reads. */
    readonly executionRolePolicy: pulumi.Output<string>;
    /** Which secret is read as which variable by which container, through which statement. */
    readonly readers: pulumi.Output<Reader[]>;
    /** What other accounts have to add so that their secrets can be read. */
    readonly crossAccountPolicies: pulumi.Output<CrossAccountPolicies[]>;

    constructor(
        name: string,
        args: SecretInjectedTaskDefinitionArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        const owner = findOwner(args);
        const { validated, open } =
            owner ?? openComponent("SecretInjectedTaskDefinition", name, args);
        // A service tells the engine of its task itself, names and outputs.
        const outline = owner ? { validated } : { ...outlineTask(args), validated };
        super(SecretInjectedTaskDefinition.type, name, outline, opts);
        const task = createTask(open(this));
        keepTask(this, task);
        this.taskDefinition = task.taskDefinition;
        this.executionRole = task.executionRole.resource;
        this.executionRoleArn = task.executionRole.arn;
        this.taskRole = task.taskRole.resource;
        this.taskRoleArn = task.taskRole.arn;
        this.secretArns = task.secretArns;
        this.executionRolePolicy = task.executionRolePolicy;
        this.readers = task.readers;
        this.crossAccountPolicies = task.crossAccountPolicies;
    }

    /** The component's own secrets, by their keys; those that are adopted by ARN are not among them. */
    get secrets(): Record<string, Parameter | Secret> {
        return readTask(this).secrets;
    }

    /** What must exist before a task can start: what starts tasks must depend on it. */
    get prerequisites(): pulumi.Resource[] {
        return [...readTask(this).prerequisites];
    }

    /**
     * Versions of the secrets that the program gives values to: one changes whenever its value does,
     * and says nothing of it.
     */
    get secretVersions(): Record<string, pulumi.Output<string>> {
        return { ...readTask(this).versions };
    }

    /**
     * Registers the outputs once the args are found to be right; by then the constructor, which
     * calls this through `super`, is done. Without it the SDK would register none at once.
     */
    protected override async initialize({ validated, ...own }: pulumi.Inputs): Promise<void> {
        const task = await waitForTask(this, validated as Promise<true>);
        if (task) {
            const isOwned = Object.keys(own).length === 0;
            this.registerOutputs(
                isOwned ? { taskDefinitionArn: task.taskDefinition.arn } : listTaskOutputs(task),
            );
        }
    }
}
