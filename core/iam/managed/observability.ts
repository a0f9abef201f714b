import { allow, entry, type ManagedPolicyEntry } from "./entry";

/** AWS managed policies about logs, metrics and traces. */
export const OBSERVABILITY_POLICIES: readonly ManagedPolicyEntry[] = [
    entry("CloudWatchLogsFullAccess", "v8", "2026-02-12", [
        allow([
            "logs:*",
            "cloudwatch:GenerateQuery",
            "cloudwatch:GenerateQueryResultsSummary",
            "observabilityadmin:GetS3TableIntegration",
            "observabilityadmin:ListS3TableIntegrations",
            "observabilityadmin:ListTelemetryPipelines",
        ]),
    ]),
    entry("CloudWatchAgentServerPolicy", "v3", "2024-02-06", [
        allow([
            "cloudwatch:PutMetricData",
            "ec2:DescribeVolumes",
            "ec2:DescribeTags",
            "logs:PutLogEvents",
            "logs:PutRetentionPolicy",
            "logs:DescribeLogStreams",
            "logs:DescribeLogGroups",
            "logs:CreateLogStream",
            "logs:CreateLogGroup",
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:GetSamplingStatisticSummaries",
        ]),
        allow(["ssm:GetParameter"], ["arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*"]),
    ]),
    entry("CloudWatchAgentAdminPolicy", "v2", "2024-02-05", [
        allow([
            "cloudwatch:PutMetricData",
            "ec2:DescribeTags",
            "logs:PutLogEvents",
            "logs:PutRetentionPolicy",
            "logs:DescribeLogStreams",
            "logs:DescribeLogGroups",
            "logs:CreateLogStream",
            "logs:CreateLogGroup",
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:GetSamplingStatisticSummaries",
        ]),
        allow(
            ["ssm:GetParameter", "ssm:PutParameter"],
            ["arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*"],
        ),
    ]),
    entry("AWSXRayDaemonWriteAccess", "v2", "2024-02-13", [
        allow([
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:GetSamplingStatisticSummaries",
        ]),
    ]),
    entry("AWSXrayWriteOnlyAccess", "v2", "2018-08-28", [
        allow([
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:GetSamplingStatisticSummaries",
        ]),
    ]),
    entry("AmazonPrometheusRemoteWriteAccess", "v1", "2020-12-19", [allow(["aps:RemoteWrite"])]),
];
