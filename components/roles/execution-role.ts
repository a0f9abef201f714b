import { RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import {
    findPolicySizeFinding,
    planPolicyParts,
    splitPolicy,
    taskExecutionManagedPolicyArn,
    type Finding,
    type RenderedDocument,
} from "../../core";
import { createChild, type Scope } from "../scope";
import { createRole, type TaskRole } from "./role";
import { createInlineRights, createManagedRights } from "./rights";

/** What the task execution role must be allowed to do. */
export interface NeededRights {
    readonly document: pulumi.Output<RenderedDocument>;
    /** The most characters that the document has. */
    readonly estimatedSize: number;
}

/** A role of the task, and how it gets its rights. */
export interface RightfulRole extends TaskRole {
    /** What speaks against the rights, once they are known. */
    readonly findings: pulumi.Output<Finding[]>;
    /** Creates what gives the role its rights; a task must not start before that exists. */
    createRights(this: void, scope: Scope): pulumi.Resource[];
}

/** Creates the task execution role; `needed` is absent if nothing is read. */
export function createExecutionRole(scope: Scope, needed: NeededRights | undefined): RightfulRole {
    const args = scope.args.executionRole ?? {};
    const role = createRole(
        scope,
        "executionRole",
        "execution-role",
        `Pulls images, writes logs and reads the secrets of ${scope.name}`,
        args,
        { sourceAccount: args.sourceAccount ?? true, sourceArn: args.sourceArn ?? false },
    );
    const isOwn = args.existing === undefined;
    const isAttached = args.attachTaskExecutionPolicy ?? isOwn;
    const attachedElsewhere = isAttached ? 1 : 0;
    const path = "executionRole.policies";
    if (!needed || args.attachPolicies === false) {
        if (needed) {
            tellPolicy(scope, role, needed.document);
        }
        return {
            ...role,
            findings: pulumi.output([]),
            createRights: (gated) => (isAttached ? [attachTaskExecution(gated, role)] : []),
        };
    }
    const parts = planPolicyParts(
        needed.estimatedSize,
        args.policies ?? "inline",
        attachedElsewhere,
    );
    const documents = needed.document.apply((whole) =>
        parts.kind === "inline" ? [whole] : splitPolicy(whole, parts.count),
    );
    return {
        ...role,
        findings: documents.apply((cut) =>
            findPolicySizeFinding(cut, parts.kind, path, attachedElsewhere),
        ),
        createRights: (gated) => [
            ...(parts.kind === "inline"
                ? createInlineRights(gated, role.name, needed.document)
                : createManagedRights(gated, role.name, documents, parts.count)),
            ...(isAttached ? [attachTaskExecution(gated, role)] : []),
        ],
    };
}

function attachTaskExecution(scope: Scope, role: TaskRole): pulumi.Resource {
    const policyArn = scope.location.apply(({ partition }) =>
        taskExecutionManagedPolicyArn(partition),
    );
    return createChild(scope, "executionAttachment", RolePolicyAttachment, "execution-attachment", {
        role: role.name,
        policyArn,
    });
}

/** Tells what somebody else has to attach; there are ARNs in it, and no values. */
function tellPolicy(
    { parent, title }: Scope,
    { arn }: TaskRole,
    document: pulumi.Output<RenderedDocument>,
): void {
    pulumi
        .all([arn, document])
        .apply(([roleArn, policy]) =>
            pulumi.log.info(
                `${title}: attach this policy to ${roleArn}, or no task can start: ${JSON.stringify(policy)}`,
                parent,
            ),
        );
}
