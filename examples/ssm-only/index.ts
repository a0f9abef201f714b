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

const key = new aws.kms.Key("web", { description: "Encrypts the parameters of web" });

const web = new SecretInjectedService("web", {
    cluster: cluster.arn,
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets, assignPublicIp: true },
    secrets: {
        database: {
            store: "ssm",
            name: "/web/production/database-password",
            value: config.requireSecret("databasePassword"),
            kmsKeyId: key,
        },
        api: {
            store: "ssm",
            name: "/web/production/api-token",
            value: config.requireSecret("apiToken"),
            kmsKeyId: key,
        },
    },
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            secrets: {
                DATABASE_PASSWORD: { secret: "database" },
                API_TOKEN: { secret: "api" },
            },
        },
    },
});

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
