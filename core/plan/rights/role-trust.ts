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

/**
 * The trust policy of a task execution role.
 * Only Amazon ECS tasks of this account may assume it, which closes the confused deputy.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function planTrustPolicy(account: string): RenderedDocument<object> {
    // Without an ARN in the condition, partition and region do not come into it.
    const location: Location = { partition: "", region: "", account };
    return planRoleTrust(location, { sourceAccount: true, sourceArn: false });
}
