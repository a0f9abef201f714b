import { Service, TaskDefinition } from "@pulumi/aws/ecs";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { CLUSTER, KEY, serviceName, SUBNETS } from "./program";

let account: pulumi.Output<string> | undefined;

/** Registers the same resources as the component does, written by hand. */
export function registerService(index: number): void {
    const name = serviceName(index);
    account ??= getCallerIdentityOutput({}).accountId;
    const secret = new Secret(`${name}-secret-api`, {});
    const version = new SecretVersion(
        `${name}-secret-api-version`,
        {
            secretId: secret.id,
            secretString: pulumi.secret("made-up"),
            versionStages: ["AWSCURRENT", "PULUMI"],
        },
        { ignoreChanges: ["versionStages"], retainOnDelete: true },
    );
    const parameter = new Parameter(`${name}-secret-database`, {
        type: "SecureString",
        tier: "Intelligent-Tiering",
        value: pulumi.secret("made-up"),
        keyId: KEY,
    });
    const role = new Role(`${name}-execution-role`, { assumeRolePolicy: trust(account) });
    const taskRole = new Role(`${name}-task-role`, { assumeRolePolicy: trust(account) });
    const policy = new RolePolicy(`${name}-execution-policy`, {
        role: role.name,
        policy: rights(secret.arn, parameter.arn),
    });
    const attachment = new RolePolicyAttachment(`${name}-execution-attachment`, {
        role: role.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    });
    const task = new TaskDefinition(`${name}-task`, {
        family: name,
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        cpu: "256",
        memory: "512",
        executionRoleArn: role.arn,
        taskRoleArn: taskRole.arn,
        containerDefinitions: containers(secret.arn, parameter.arn),
    });
    new Service(
        `${name}-service`,
        {
            cluster: CLUSTER,
            taskDefinition: task.arn,
            launchType: "FARGATE",
            desiredCount: 1,
            networkConfiguration: { subnets: SUBNETS },
            deploymentCircuitBreaker: { enable: true, rollback: true },
            waitForSteadyState: true,
            forceNewDeployment: true,
            triggers: { api: version.versionId, database: parameter.version.apply(String) },
        },
        { dependsOn: [policy, attachment, version, parameter] },
    );
}

function trust(accountId: pulumi.Output<string>): pulumi.Output<string> {
    return pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
        ],
    });
}

function rights(secret: pulumi.Output<string>, parameter: pulumi.Output<string>) {
    return pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: [secret] },
            { Effect: "Allow", Action: "ssm:GetParameters", Resource: [parameter] },
            {
                Effect: "Allow",
                Action: "kms:Decrypt",
                Resource: [KEY],
                Condition: {
                    StringEquals: {
                        "kms:ViaService": "ssm.us-east-1.amazonaws.com",
                        "kms:EncryptionContext:PARAMETER_ARN": parameter,
                    },
                },
            },
        ],
    });
}

function containers(secret: pulumi.Output<string>, parameter: pulumi.Output<string>) {
    return pulumi.jsonStringify([
        {
            name: "web",
            image: "httpd",
            essential: true,
            portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
            environment: [{ name: "LOG_LEVEL", value: "info" }],
            secrets: [
                { name: "API_TOKEN", valueFrom: pulumi.interpolate`${secret}:token::` },
                { name: "DATABASE_PASSWORD", valueFrom: parameter },
            ],
            logConfiguration: {
                logDriver: "splunk",
                options: { "splunk-url": "https://splunk.example:8088" },
                secretOptions: [
                    { name: "splunk-token", valueFrom: pulumi.interpolate`${secret}:splunk::` },
                ],
            },
        },
    ]);
}
