import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Written by hand, without the component: a parameter encrypted with a customer managed key, and a
// task execution role that may read it, and may decrypt with the key only while grantDecrypt is set.
const config = new pulumi.Config();
const grantDecrypt = config.getBoolean("grantDecrypt") ?? false;

const key = new aws.kms.Key("web", {});
const parameter = new aws.ssm.Parameter("web", {
    name: "/web/without-decrypt",
    type: "SecureString",
    value: config.requireSecret("databasePassword"),
    keyId: key.arn,
});

const role = new aws.iam.Role("web", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        ],
    }),
});
const rights = new aws.iam.RolePolicy("web", {
    role: role.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "ssm:GetParameters", Resource: parameter.arn },
            ...(grantDecrypt
                ? [{ Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn }]
                : []),
        ],
    }),
});

const cluster = new aws.ecs.Cluster("web");
const task = new aws.ecs.TaskDefinition("web", {
    family: "without-decrypt",
    executionRoleArn: role.arn,
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "web",
            image: "httpd",
            memory: 128,
            secrets: [{ name: "DATABASE_PASSWORD", valueFrom: parameter.arn }],
        },
    ]),
});
new aws.ecs.Service(
    "web",
    {
        cluster: cluster.arn,
        desiredCount: 1,
        taskDefinition: task.arn,
        waitForSteadyState: config.getBoolean("waitForSteadyState") ?? false,
    },
    { dependsOn: rights },
);
