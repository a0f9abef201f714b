import type { Service, TaskDefinition } from "@pulumi/aws/ecs";
import type { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { COMPONENT_TYPE } from "../core";
import type { SecretInjectedServiceArgs } from "./args";
import { outlineService } from "./outline";
import { createExecutionRole } from "./resources/execution-role";
import { resolveInjections } from "./resources/injections";
import { createSecrets } from "./resources/secrets";
import { createService } from "./resources/service";
import { createTaskDefinition } from "./resources/task-definition";
import { guardBy, type Scope } from "./scope";
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
    static readonly type = COMPONENT_TYPE;

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
        const outline = { ...outlineService(args), validated };
        super(SecretInjectedService.type, name, outline, opts);

        const scope: Scope = { parent: this, name, args, guard: guardBy(validated) };
        const secrets = createSecrets(scope);
        const injections = resolveInjections(scope, secrets);
        const role = createExecutionRole(scope, injections.all);
        this.taskDefinition = createTaskDefinition(scope, injections, role.role);
        this.service = createService(scope, this.taskDefinition, role, secrets);
        this.executionRole = role.role;
        this.secretArns = pulumi.output(
            Object.fromEntries(Object.entries(secrets).map(([key, { arn }]) => [key, arn])),
        );
    }

    /**
     * Registers the outputs once the args are found to be right; by then the constructor, which
     * calls this through `super`, is done. Without it the SDK would register none at once.
     */
    protected override async initialize(outline: pulumi.Inputs): Promise<void> {
        await outline.validated;
        this.registerOutputs({
            executionRoleArn: this.executionRole.arn,
            secretArns: this.secretArns,
            serviceArn: this.service.id,
            taskDefinitionArn: this.taskDefinition.arn,
        });
    }
}
