import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedTaskDefinition } from "pulumi-ecs-secrets";

const config = new pulumi.Config();
const cluster = new aws.ecs.Cluster("jobs");
// The default VPC, so that the example needs no network of its own.
const vpc = aws.ec2.getVpcOutput({ default: true });
const { ids: subnets } = aws.ec2.getSubnetsOutput({
    filters: [{ name: "vpc-id", values: [vpc.id] }],
});

const migration = new SecretInjectedTaskDefinition("migration", {
    cpu: 256,
    memory: 512,
    secrets: { database: { value: config.requireSecret("databasePassword") } },
    containers: {
        migration: {
            image: "httpd",
            command: ["echo", "migrated"],
            secrets: { DATABASE_PASSWORD: { secret: "database" } },
            logConfiguration: { logDriver: "awslogs" },
        },
    },
});

export const clusterArn = cluster.arn;
export const subnetIds = subnets;
export const taskDefinitionArn = migration.taskDefinition.arn;
// Who starts the task must be allowed to pass these roles.
export const roleArns = [migration.executionRoleArn, migration.taskRoleArn];
