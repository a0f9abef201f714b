import { allow, entry, type ManagedPolicyEntry } from "./entry";

/** AWS managed policies that are not about a store of secrets. */
export const GENERAL_POLICIES: readonly ManagedPolicyEntry[] = [
    entry("AdministratorAccess", "v1", "2015-02-06", [allow(["*"])]),
    entry("PowerUserAccess", "v12", "2026-02-12", [
        { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
        allow([
            "account:GetAccountInformation",
            "account:GetGovCloudAccountInformation",
            "account:GetPrimaryEmail",
            "account:ListRegions",
            "iam:CreateServiceLinkedRole",
            "iam:DeleteServiceLinkedRole",
            "iam:ListRoles",
            "organizations:DescribeEffectivePolicy",
            "organizations:DescribeOrganization",
        ]),
    ]),
    entry("service-role/AmazonECSTaskExecutionRolePolicy", "v1", "2017-11-16", [
        allow([
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
        ]),
    ]),
    entry("AWSKeyManagementServicePowerUser", "v2", "2017-03-07", [
        allow([
            "kms:CreateAlias",
            "kms:CreateKey",
            "kms:DeleteAlias",
            "kms:Describe*",
            "kms:GenerateRandom",
            "kms:Get*",
            "kms:List*",
            "kms:TagResource",
            "kms:UntagResource",
            "iam:ListGroups",
            "iam:ListRoles",
            "iam:ListUsers",
        ]),
    ]),
    entry("AmazonS3ReadOnlyAccess", "v3", "2023-08-10", [
        allow([
            "s3:Get*",
            "s3:List*",
            "s3:Describe*",
            "s3-object-lambda:Get*",
            "s3-object-lambda:List*",
        ]),
    ]),
    entry("CloudWatchLogsFullAccess", "v3", "2025-05-20", [
        allow(["logs:*", "cloudwatch:GenerateQuery", "cloudwatch:GenerateQueryResultsSummary"]),
    ]),
];
