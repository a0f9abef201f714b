import type { Service, TaskDefinition } from "@pulumi/aws/ecs";
import type { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { SecretInjectedServiceArgs } from "./args";
import { outlineService } from "./outline";
import { createExecutionRole } from "./resources/execution-role";
import { resolveInjections } from "./resources/injections";
import { lookUpLocation } from "./resources/location";
import { createSecrets } from "./resources/secrets";
import { createService } from "./resources/service";
import { createTaskDefinition } from "./resources/task-definition";
import { validateArgs, validateOutputs } from "./validate";

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
    static readonly type = "ecs-secrets:index:SecretInjectedService";

    /** The service. */
    readonly service: Service;
    /** The task definition that the service runs. */
    readonly taskDefinition: TaskDefinition;
    /** The task execution role: Amazon ECS itself acts with it, the containers do not. */
    readonly executionRole: Role;
    /** The ARNs of the service's own secrets, by their keys. */
    readonly secretArns: pulumi.Output<Record<string, string>>;

    constructor(
        name: string,
        args: SecretInjectedServiceArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        validateArgs(name, args);
        const validated = validateOutputs(name, args);
        super(SecretInjectedService.type, name, { ...outlineService(args), validated }, opts);

        const location = lookUpLocation(this);
        const secrets = createSecrets(this, name, args);
        const injections = resolveInjections(name, args, secrets);
        const role = createExecutionRole(this, name, args, injections.all, location);
        this.taskDefinition = createTaskDefinition(this, name, args, injections, role.role);
        this.service = createService(this, name, args, this.taskDefinition, role, secrets);
        this.executionRole = role.role;
        this.secretArns = pulumi.output(
            Object.fromEntries(Object.entries(secrets).map(([key, { arn }]) => [key, arn])),
        );
        this.registerOutputs({
            executionRoleArn: this.executionRole.arn,
            secretArns: this.secretArns,
            serviceArn: this.service.id,
            taskDefinitionArn: this.taskDefinition.arn,
        });
    }
}
