import { allow, entry, type ManagedPolicyEntry } from "./entry";

/** AWS managed policies about AWS Secrets Manager. */
export const SECRETS_MANAGER_POLICIES: readonly ManagedPolicyEntry[] = [
    entry("AWSSecretsManagerClientReadOnlyAccess", "v4", "2026-06-02", [
        allow(
            ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
            ["arn:aws:secretsmanager:*:*:secret:*"],
        ),
        allow(["secretsmanager:BatchGetSecretValue", "secretsmanager:ListSecrets"]),
        {
            ...allow(["kms:Decrypt"], ["arn:aws:kms:*:*:key/*"]),
            Condition: {
                StringLike: {
                    "kms:EncryptionContext:SecretARN": "arn:aws:secretsmanager:*:*:secret:*",
                    "kms:ViaService": "secretsmanager.*.amazonaws.com",
                },
            },
        },
    ]),
    entry("SecretsManagerReadWrite", "v6", "2026-08-25", [
        allow([
            "secretsmanager:*",
            "cloudformation:CreateChangeSet",
            "cloudformation:DescribeChangeSet",
            "cloudformation:DescribeStackResource",
            "cloudformation:DescribeStacks",
            "cloudformation:ExecuteChangeSet",
            "docdb-elastic:GetCluster",
            "docdb-elastic:ListClusters",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "kms:DescribeKey",
            "kms:ListAliases",
            "kms:ListKeys",
            "lambda:ListFunctions",
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "redshift:DescribeClusters",
            "redshift-serverless:ListWorkgroups",
            "redshift-serverless:GetNamespace",
            "tag:GetResources",
        ]),
        allow(
            [
                "lambda:AddPermission",
                "lambda:CreateFunction",
                "lambda:GetFunction",
                "lambda:InvokeFunction",
                "lambda:UpdateFunctionConfiguration",
            ],
            ["arn:aws:lambda:*:*:function:SecretsManager*"],
        ),
        allow(
            ["serverlessrepo:CreateCloudFormationChangeSet", "serverlessrepo:GetApplication"],
            ["arn:aws:serverlessrepo:*:*:applications/SecretsManager*"],
        ),
        allow(
            ["s3:GetObject"],
            [
                "arn:aws:s3:::awsserverlessrepo-changesets*",
                "arn:aws:s3:::secrets-manager-rotation-apps-*/*",
            ],
        ),
        {
            ...allow(["cloudformation:TagResource", "cloudformation:UntagResource"]),
            Condition: {
                StringEquals: {
                    "cloudformation:CreateAction": ["CreateChangeSet", "ExecuteChangeSet"],
                },
            },
        },
    ]),
];
