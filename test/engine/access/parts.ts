import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const POLICY_VERSION = "2012-10-17";
type Text = pulumi.Input<string>;

/** The JSON of a document with one statement; what it names may not be known yet. */
export const allow = (Action: string | string[], Resource: pulumi.Input<unknown>, more = {}) =>
    pulumi.jsonStringify({
        Version: POLICY_VERSION,
        Statement: [{ Effect: "Allow", Action, Resource, ...more }],
    });

/** A role that Amazon ECS tasks may take. */
export const role = (args: Partial<aws.iam.RoleArgs> = {}, opts: pulumi.ResourceOptions = {}) =>
    new aws.iam.Role(
        "web",
        {
            assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({
                Service: "ecs-tasks.amazonaws.com",
            }),
            ...args,
        },
        opts,
    );

/** A secret with its first version. */
export function secret(args: aws.secretsmanager.SecretArgs = {}, value = '{"password":"made-up"}') {
    const made = new aws.secretsmanager.Secret("web", args);
    const version = new aws.secretsmanager.SecretVersion("web", {
        secretId: made.id,
        secretString: pulumi.secret(value),
    });
    return { made, version };
}

/** An encrypted parameter. */
export const parameter = (name: string, args: Partial<aws.ssm.ParameterArgs> = {}) =>
    new aws.ssm.Parameter("web", {
        name,
        type: "SecureString",
        value: pulumi.secret("made-up"),
        ...args,
    });

/** A service whose container gets these as variables, once what it needs is there. */
export function service(
    executionRoleArn: Text,
    secrets: Readonly<Record<string, Text>>,
    dependsOn: pulumi.Resource[] = [],
    waitForSteadyState = true,
    more: object = {},
): aws.ecs.Service {
    const cluster = new aws.ecs.Cluster("web");
    const task = new aws.ecs.TaskDefinition("web", {
        family: "web",
        executionRoleArn,
        containerDefinitions: pulumi.jsonStringify([
            {
                name: "web",
                image: "httpd",
                memory: 128,
                secrets: Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom })),
                ...more,
            },
        ]),
    });
    return new aws.ecs.Service(
        "web",
        {
            cluster: cluster.arn,
            taskDefinition: task.arn,
            desiredCount: 1,
            launchType: "EC2",
            waitForSteadyState,
        },
        { dependsOn },
    );
}

/** What AWS KMS is asked for by a store, for one thing that it keeps. */
export const onlyFor = (store: "secretsmanager" | "ssm", arn: Text) => ({
    Condition: {
        StringEquals: {
            "kms:ViaService": `${store}.us-east-1.amazonaws.com`,
            [`kms:EncryptionContext:${store === "ssm" ? "PARAMETER_ARN" : "SecretARN"}`]: arn,
        },
    },
});
