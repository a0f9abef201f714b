import { Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import {
    planExecutionRolePolicy,
    planTrustPolicy,
    taskExecutionManagedPolicyArn,
    type InjectedSecret,
} from "../../core";
import type { Scope } from "../scope";
import { lookUpLocation } from "./location";

/** The task execution role and what gives it its rights. */
export interface ExecutionRole {
    readonly role: Role;
    /** A task must not start before these exist. */
    readonly rights: pulumi.Resource[];
}

/** Creates the task execution role, with exactly the rights that the injected secrets need. */
export function createExecutionRole(
    scope: Scope,
    injected: pulumi.Output<InjectedSecret[]> | undefined,
): ExecutionRole {
    const { parent, name, args, guard } = scope;
    const location = lookUpLocation(scope);
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
        const policyArgs = { role: guard(role.name), policy };
        rights.push(new RolePolicy(`${name}-execution-policy`, policyArgs, { parent }));
    }
    if (args.executionRole?.attachTaskExecutionPolicy ?? true) {
        const policyArn = location.apply(({ partition }) =>
            taskExecutionManagedPolicyArn(partition),
        );
        const attachmentArgs = { role: guard(role.name), policyArn };
        rights.push(
            new RolePolicyAttachment(`${name}-execution-attachment`, attachmentArgs, { parent }),
        );
    }
    return { role, rights };
}
