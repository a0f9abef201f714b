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

// Usually another program's, here of this one so that it runs by itself.
const role = new aws.iam.Role("tasks", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
});
const attachPolicies = config.getBoolean("attachPolicies") ?? true;

const web = new SecretInjectedService("web", {
    cluster: cluster.arn,
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets, assignPublicIp: true },
    // Without the policy no task can start: then somebody has to attach it while the service waits.
    waitForSteadyState: attachPolicies,
    executionRole: { existing: role, attachPolicies },
    secrets: { api: { value: config.requireSecret("apiToken") } },
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            secrets: { API_TOKEN: { secret: "api" } },
        },
    },
});

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
export const executionRolePolicy = web.executionRolePolicy;
