import * as aws from "@pulumi/aws";
import { SecretInjectedService } from "pulumi-ecs-secrets";

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
    redeployOnRotation: true,
    secrets: {
        database: {
            generate: {
                passwordLength: 40,
                excludePunctuation: true,
                jsonKey: "password",
                jsonValue: { username: "web" },
            },
        },
    },
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            jsonSecrets: [
                {
                    secret: "database",
                    keys: { DATABASE_USER: "username", DATABASE_PASSWORD: "password" },
                },
            ],
        },
    },
});

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
export const secretArns = web.secretArns;
