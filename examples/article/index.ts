import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "pulumi-ecs-secrets";

const config = new pulumi.Config();

// The default VPC, so that the example needs no network of its own.
const vpc = aws.ec2.getVpcOutput({ default: true });
const subnets = aws.ec2.getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpc.id] }] }).ids;
const securityGroup = aws.ec2.getSecurityGroupOutput({ vpcId: vpc.id, name: "default" });

// Give the ARN of a cluster that has EC2 container instances, and the service waits until it runs.
// A new cluster has none: the service then starts its task as soon as the first one joins.
const cluster = config.get("clusterArn") ?? new aws.ecs.Cluster("article").arn;
const key = new aws.kms.Key("article", { description: "Encrypts the database password" });

const web = new SecretInjectedService("web", {
    cluster,
    launchType: "EC2",
    networkConfiguration: { subnets, securityGroups: [securityGroup.id] },
    waitForSteadyState:
        config.getBoolean("waitForSteadyState") ?? config.get("clusterArn") !== undefined,
    secrets: {
        database: {
            store: "ssm",
            name: "/web/database-password",
            value: config.requireSecret("databasePassword"),
            kmsKeyId: key.arn,
        },
        splunk: { value: config.requireSecret("splunkToken") },
    },
    containers: {
        web: {
            image: "httpd",
            memory: 128,
            portMappings: [{ containerPort: 80, protocol: "tcp" }],
            secrets: { DATABASE_PASSWORD: { secret: "database" } },
            logConfiguration: {
                logDriver: "splunk",
                options: {
                    "splunk-url": config.get("splunkUrl") ?? "https://sample.splunk.com:8080",
                },
                secretOptions: { "splunk-token": { secret: "splunk" } },
            },
        },
    },
});

export const secretArns = web.secretArns;
export const executionRoleArn = web.executionRole.arn;
export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
