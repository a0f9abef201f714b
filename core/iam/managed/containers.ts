import { allow, entry, excerpt, STORES, type ManagedPolicyEntry } from "./entry";

/** AWS managed policies about Amazon ECS and Amazon ECR. */
export const CONTAINER_POLICIES: readonly ManagedPolicyEntry[] = [
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
    entry("service-role/AmazonEC2ContainerServiceforEC2Role", "v10", "2026-02-12", [
        allow([
            "ec2:DescribeTags",
            "ecs:CreateCluster",
            "ecs:DeregisterContainerInstance",
            "ecs:DiscoverPollEndpoint",
            "ecs:Poll",
            "ecs:RegisterContainerInstance",
            "ecs:StartTelemetrySession",
            "ecs:UpdateContainerInstancesState",
            "ecs:Submit*",
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
        ]),
        {
            ...allow(["ecs:TagResource"]),
            Condition: {
                StringEquals: {
                    "ecs:CreateAction": ["CreateCluster", "RegisterContainerInstance"],
                },
            },
        },
        allow(
            ["ecs:ListTagsForResource"],
            ["arn:aws:ecs:*:*:task/*/*", "arn:aws:ecs:*:*:container-instance/*/*"],
        ),
    ]),
    entry("AmazonEC2ContainerRegistryPullOnly", "v1", "2024-10-04", [
        allow([
            "ecr:GetAuthorizationToken",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchImportUpstreamImage",
        ]),
    ]),
    entry("AmazonEC2ContainerRegistryReadOnly", "v3", "2019-12-10", [
        allow([
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:GetRepositoryPolicy",
            "ecr:DescribeRepositories",
            "ecr:ListImages",
            "ecr:DescribeImages",
            "ecr:BatchGetImage",
            "ecr:GetLifecyclePolicy",
            "ecr:GetLifecyclePolicyPreview",
            "ecr:ListTagsForResource",
            "ecr:DescribeImageScanFindings",
        ]),
    ]),
    entry("AmazonEC2ContainerRegistryPowerUser", "v3", "2019-12-10", [
        allow([
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:GetRepositoryPolicy",
            "ecr:DescribeRepositories",
            "ecr:ListImages",
            "ecr:DescribeImages",
            "ecr:BatchGetImage",
            "ecr:GetLifecyclePolicy",
            "ecr:GetLifecyclePolicyPreview",
            "ecr:ListTagsForResource",
            "ecr:DescribeImageScanFindings",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:PutImage",
        ]),
    ]),
    entry("AmazonElasticContainerRegistryPublicReadOnly", "v1", "2020-12-01", [
        allow([
            "ecr-public:GetAuthorizationToken",
            "sts:GetServiceBearerToken",
            "ecr-public:BatchCheckLayerAvailability",
            "ecr-public:GetRepositoryPolicy",
            "ecr-public:DescribeRepositories",
            "ecr-public:DescribeRegistries",
            "ecr-public:DescribeImages",
            "ecr-public:DescribeImageTags",
            "ecr-public:GetRepositoryCatalogData",
            "ecr-public:GetRegistryCatalogData",
        ]),
    ]),
    // For people who run Amazon ECS; it stands on many a role as well.
    excerpt("AmazonECS_FullAccess", "v22", "2026-09-02", STORES, [
        allow(
            ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
            ["arn:aws:ssm:*:*:parameter/aws/service/ecs*"],
        ),
    ]),
];
