import { Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import {
    planExecutionRolePolicy,
    planTrustPolicy,
    taskExecutionManagedPolicyArn,
    type InjectedSecret,
    type Location,
} from "../../core";
import type { SecretInjectedServiceArgs } from "../args";

/** The task execution role and what gives it its rights. */
export interface ExecutionRole {
    readonly role: Role;
    /** A task must not start before these exist. */
    readonly rights: pulumi.Resource[];
}

/** Creates the task execution role, with exactly the rights that the injected secrets need. */
export function createExecutionRole(
    parent: pulumi.Resource,
    name: string,
    args: SecretInjectedServiceArgs,
    injected: pulumi.Output<InjectedSecret[]> | undefined,
    location: pulumi.Output<Location>,
): ExecutionRole {
    const role = new Role(
        `${name}-execution-role`,
        {
            description: `Pulls images, writes logs and reads the secrets of ${name}`,
            assumeRolePolicy: location.apply(({ account }) =>
                JSON.stringify(planTrustPolicy(account)),
            ),
            tags: args.tags,
        },
        { parent },
    );
    const rights: pulumi.Resource[] = [];
    if (injected) {
        const policy = pulumi
            .all([injected, location])
            .apply(([secrets, where]) => JSON.stringify(planExecutionRolePolicy(secrets, where)));
        rights.push(
            new RolePolicy(`${name}-execution-policy`, { role: role.name, policy }, { parent }),
        );
    }
    if (args.executionRole?.attachTaskExecutionPolicy ?? true) {
        const policyArn = location.apply(({ partition }) =>
            taskExecutionManagedPolicyArn(partition),
        );
        rights.push(
            new RolePolicyAttachment(
                `${name}-execution-attachment`,
                { role: role.name, policyArn },
                { parent },
            ),
        );
    }
    return { role, rights };
}
