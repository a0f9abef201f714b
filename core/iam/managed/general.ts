import { allow, entry, type ManagedPolicyEntry } from "./entry";

/** AWS managed policies that are not about one service, or about a store of files or keys. */
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
    entry("AmazonS3FullAccess", "v2", "2021-09-27", [allow(["s3:*", "s3-object-lambda:*"])]),
];
