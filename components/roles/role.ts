import { Role } from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { parseArn, planRoleTrust, type TrustConditions } from "../../core";
import type { RoleArgs } from "../args";
import { mergeTags } from "../merge-tags";
import { createChild, readArg, type Scope } from "../scope";

/** A role of the task. */
export interface TaskRole {
    readonly arn: pulumi.Output<string>;
    /** What policies of the role name it by. */
    readonly name: pulumi.Output<string>;
    /** Absent for a role that is known by its ARN alone. */
    readonly resource?: Role;
}

/** Creates a role that Amazon ECS tasks may assume, or takes the one that is given. */
export function createRole(
    scope: Scope,
    kind: "executionRole" | "taskRole",
    suffix: string,
    description: string,
    args: RoleArgs = {},
    trust: TrustConditions,
): TaskRole {
    const { existing } = args;
    if (existing === undefined) {
        return describeRole(
            createChild(scope, kind, Role, suffix, {
                description,
                assumeRolePolicy: scope.location.apply((location) =>
                    JSON.stringify(planRoleTrust(location, trust)),
                ),
                path: args.path,
                permissionsBoundary: args.permissionsBoundary,
                tags: mergeTags(scope.args.tags, args.tags),
            }),
        );
    }
    if (Role.isInstance(existing)) {
        return describeRole(existing);
    }
    const arn = readArg(scope, existing);
    return { arn, name: arn.apply(roleName) };
}

function describeRole(resource: Role): TaskRole {
    return { arn: resource.arn, name: resource.name, resource };
}

/** The name of a role stands after its path. */
function roleName(arn: string): string {
    return (parseArn(arn)?.resource ?? arn).split("/").pop() as string;
}
