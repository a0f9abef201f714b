import type { Location } from "./location";
import { renderDocument, type RenderedDocument } from "./statement";

/** Which conditions close the confused deputy in a role's trust policy. */
export interface TrustConditions {
    /** Whether only tasks of the account may assume the role. */
    readonly sourceAccount: boolean;
    /** Whether only Amazon ECS of the account and region may assume it. */
    readonly sourceArn: boolean;
}

/**
 * The trust policy of a role that Amazon ECS tasks assume, and nobody else.
 * A cluster of its own cannot be named: Amazon ECS gives no ARN that is narrower.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function planRoleTrust(
    { partition, region, account }: Location,
    { sourceAccount, sourceArn }: TrustConditions,
): RenderedDocument<object> {
    const condition = {
        ...(sourceAccount && { StringEquals: { "aws:SourceAccount": account } }),
        ...(sourceArn && {
            ArnLike: { "aws:SourceArn": `arn:${partition}:ecs:${region}:${account}:*` },
        }),
    };
    return renderDocument([
        {
            Effect: "Allow",
            Principal: { Service: "ecs-tasks.amazonaws.com" },
            Action: "sts:AssumeRole",
            ...((sourceAccount || sourceArn) && { Condition: condition }),
        },
    ]);
}
