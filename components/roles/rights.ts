import { Policy, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import type { RenderedDocument } from "../../core";
import { createChild, type Scope } from "../scope";

/** Gives the task execution role its rights in an inline policy. */
export function createInlineRights(
    scope: Scope,
    role: pulumi.Input<string>,
    document: pulumi.Output<RenderedDocument>,
): pulumi.Resource[] {
    const policy = document.apply((known) => JSON.stringify(known));
    return [
        createChild(scope, "executionPolicy", RolePolicy, "execution-policy", { role, policy }),
    ];
}

/** Gives the task execution role its rights in managed policies of their own. */
export function createManagedRights(
    scope: Scope,
    role: pulumi.Input<string>,
    documents: pulumi.Output<RenderedDocument[]>,
    count: number,
): pulumi.Resource[] {
    return Array.from({ length: count }, (_, index) => {
        const suffix = count === 1 ? "" : `-${index + 1}`;
        const { arn: policyArn } = createChild(
            scope,
            "executionManagedPolicy",
            Policy,
            `execution-policy${suffix}`,
            {
                description: `Lets Amazon ECS read the secrets of ${scope.name}`,
                path: scope.args.executionRole?.path,
                policy: documents.apply((parts) => JSON.stringify(parts[index])),
                tags: scope.args.tags,
            },
        );
        return createChild(
            scope,
            "executionAttachment",
            RolePolicyAttachment,
            `execution-policy-attachment${suffix}`,
            { role, policyArn },
        );
    });
}
