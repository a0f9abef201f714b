import { allow, entry, type ManagedPolicyEntry } from "./entry";

const SSM_SERVICE_ROLE =
    "arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*";
const SSM_MESSAGES = [
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
];

/** AWS managed policies about AWS Systems Manager. */
export const SSM_POLICIES: readonly ManagedPolicyEntry[] = [
    entry("AmazonSSMReadOnlyAccess", "v1", "2015-05-29", [
        allow(["ssm:Describe*", "ssm:Get*", "ssm:List*"]),
    ]),
    entry("AmazonSSMFullAccess", "v4", "2019-11-20", [
        allow([
            "cloudwatch:PutMetricData",
            "ds:CreateComputer",
            "ds:DescribeDirectories",
            "ec2:DescribeInstanceStatus",
            "logs:*",
            "ssm:*",
            "ec2messages:*",
        ]),
        {
            ...allow(["iam:CreateServiceLinkedRole"], [SSM_SERVICE_ROLE]),
            Condition: { StringLike: { "iam:AWSServiceName": "ssm.amazonaws.com" } },
        },
        allow(
            ["iam:DeleteServiceLinkedRole", "iam:GetServiceLinkedRoleDeletionStatus"],
            [SSM_SERVICE_ROLE],
        ),
        allow(SSM_MESSAGES),
    ]),
    entry("AmazonSSMManagedInstanceCore", "v2", "2019-05-23", [
        allow([
            "ssm:DescribeAssociation",
            "ssm:GetDeployablePatchSnapshotForInstance",
            "ssm:GetDocument",
            "ssm:DescribeDocument",
            "ssm:GetManifest",
            "ssm:GetParameter",
            "ssm:GetParameters",
            "ssm:ListAssociations",
            "ssm:ListInstanceAssociations",
            "ssm:PutInventory",
            "ssm:PutComplianceItems",
            "ssm:PutConfigurePackageResult",
            "ssm:UpdateAssociationStatus",
            "ssm:UpdateInstanceAssociationStatus",
            "ssm:UpdateInstanceInformation",
        ]),
        allow(SSM_MESSAGES),
        allow([
            "ec2messages:AcknowledgeMessage",
            "ec2messages:DeleteMessage",
            "ec2messages:FailMessage",
            "ec2messages:GetEndpoint",
            "ec2messages:GetMessages",
            "ec2messages:SendReply",
        ]),
    ]),
];
