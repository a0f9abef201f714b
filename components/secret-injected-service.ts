import type { Service, TaskDefinition } from "@pulumi/aws/ecs";
import type { Role } from "@pulumi/aws/iam";
import type { Secret } from "@pulumi/aws/secretsmanager";
import type { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { SERVICE_TYPE, type CrossAccountPolicies, type Reader } from "../core";
import type { SecretInjectedServiceArgs } from "./args";
import { openComponent, openTask } from "./opening";
import { outlineTask } from "./outline";
import { redeployOnRotation } from "./resources/redeployment";
import { createService } from "./resources/service";
import { SecretInjectedTaskDefinition } from "./secret-injected-task-definition";
import {
    keepTask,
    listTaskOutputs,
    readTask,
    waitForTask,
    type ServiceOutputs,
} from "./task-outputs";

/**
 * An Amazon ECS service whose containers get their secrets from AWS Secrets Manager or SSM
 * Parameter Store: it creates the secrets, a task execution role with exactly the rights to read
 * them, the task definition and the service, and redeploys when a secret's value changes.
 *
 * @throws InputPropertiesError with all findings, before anything is registered, if the args are
 * wrong: a secret in plaintext, a malformed reference, an unknown property and the like.
 */
export class SecretInjectedService extends pulumi.ComponentResource {
    /** The type token of the component. */
    static readonly type = SERVICE_TYPE;

    /** The service. */
    readonly service: Service;
    /** The task definition that the service runs. */
    readonly taskDefinition: TaskDefinition;
    /** The task execution role; absent if it is known by its ARN alone. */
    readonly executionRole?: Role;
    /** The ARN of the task execution role: Amazon ECS itself acts with it, the containers do not. */
    readonly executionRoleArn: pulumi.Output<string>;
    /** The task role; absent if it is known by its ARN alone. */
    readonly taskRole?: Role;
    /** The ARN of the task role, with which the containers act. */
    readonly taskRoleArn: pulumi.Output<string>;
    /** The ARNs of the service's own secrets, by their keys. */
    readonly secretArns: pulumi.Output<Record<string, string>>;
    /** The JSON of the policy that the task execution role needs for what it reads. */
    readonly executionRolePolicy: pulumi.Output<string>;
    /** Which secret is read as which variable by which container, through which statement. */
    readonly readers: pulumi.Output<Reader[]>;
    /** What other accounts have to add so that their secrets can be read. */
    readonly crossAccountPolicies: pulumi.Output<CrossAccountPolicies[]>;

    constructor(
        name: string,
        args: SecretInjectedServiceArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        const opening = openComponent("SecretInjectedService", name, args);
        const { validated } = opening;
        super(SecretInjectedService.type, name, { ...outlineTask(args), validated }, opts);
        const scope = opening.open(this);
        const definition = openTask(
            opening,
            scope,
            () => new SecretInjectedTaskDefinition(name, args, { parent: this }),
        );
        const task = readTask(definition);
        const ofService = { ...task.planned, parent: this, args };
        this.service = createService(ofService, task);
        const planned = args.redeployOnRotation
            ? redeployOnRotation(ofService, task, this.service)
            : ofService;
        keepTask(this, { ...task, planned });
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

    /** The service's own secrets, by their keys; those that are adopted by ARN are not among them. */
    get secrets(): Record<string, Parameter | Secret> {
        return readTask(this).secrets;
    }

    /**
     * Registers the outputs once the args are found to be right; by then the constructor, which
     * calls this through `super`, is done. Without it the SDK would register none at once.
     */
    protected override async initialize({ validated }: pulumi.Inputs): Promise<void> {
        const task = await waitForTask(this, validated as Promise<true>);
        if (task) {
            const outputs: ServiceOutputs = {
                ...listTaskOutputs(task),
                serviceArn: this.service.id,
            };
            this.registerOutputs(outputs);
        }
    }
}
