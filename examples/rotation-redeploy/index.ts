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

// A stand-in: it rotates nothing. Yours changes the password in the database and in the secret.
const role = new aws.iam.Role("rotation", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const rotation = new aws.lambda.Function("rotation", {
    runtime: "nodejs22.x",
    handler: "index.handler",
    role: role.arn,
    code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};"),
    }),
});

const web = new SecretInjectedService("web", {
    cluster: cluster.arn,
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets, assignPublicIp: true },
    redeployOnRotation: true,
    secrets: {
        // Somebody else keeps it up to date: later versions are theirs.
        api: { external: { initialValue: config.requireSecret("apiToken") } },
        database: {
            jsonValue: { username: "web", password: config.requireSecret("databasePassword") },
            rotation: { lambdaArn: rotation.arn, automaticallyAfterDays: 30 },
        },
    },
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            secrets: {
                API_TOKEN: { secret: "api" },
                DATABASE_PASSWORD: { secret: "database", jsonKey: "password" },
            },
        },
    },
});

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
