import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "pulumi-ecs-secrets";

const config = new pulumi.Config();

// The default VPC, so that the example needs no network of its own.
const vpc = aws.ec2.getVpcOutput({ default: true });
const subnets = aws.ec2.getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpc.id] }] }).ids;
const securityGroup = aws.ec2.getSecurityGroupOutput({ vpcId: vpc.id, name: "default" });

// Give the ARN of a cluster that has EC2 container instances. A new one has none: the service then
// waits for the first, so that the update must not wait for the service.
const cluster = config.get("clusterArn") ?? new aws.ecs.Cluster("article").arn;
const key = new aws.kms.Key("article", { description: "Encrypts the database password" });

const web = new SecretInjectedService("web", {
    cluster,
    launchType: "EC2",
    networkConfiguration: { subnets, securityGroups: [securityGroup.id] },
    waitForSteadyState: config.getBoolean("waitForSteadyState") ?? false,
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
export const executionRoleArn = web.executionRoleArn;
export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
