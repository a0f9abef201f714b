import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "pulumi-ecs-secrets";

const config = new pulumi.Config();
const cluster = new aws.ecs.Cluster("web");
// The default VPC, so that the example needs no network of its own.
const vpc = aws.ec2.getVpcOutput({ default: true });
const { ids: subnets } = aws.ec2.getSubnetsOutput({
    filters: [{ name: "vpc-id", values: [vpc.id] }],
});

const web = new SecretInjectedService("web", {
    cluster: cluster.arn,
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets, assignPublicIp: true },
    secrets: { logs: { value: config.requireSecret("logsApiKey") } },
    logGroup: { retentionInDays: 30 },
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            dependsOn: [{ containerName: "router", condition: "START" }],
            logConfiguration: {
                logDriver: "awsfirelens",
                options: {
                    Name: "datadog",
                    Host: config.get("logsHost") ?? "logs.example.com",
                    TLS: "on",
                    dd_service: "web",
                },
                secretOptions: { apikey: { secret: "logs" } },
            },
        },
        router: {
            image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
            firelensConfiguration: { type: "fluentbit" },
        },
    },
});

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
