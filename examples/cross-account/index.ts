import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedTaskDefinition } from "pulumi-ecs-secrets";

const config = new pulumi.Config();
const cluster = new aws.ecs.Cluster("web");
// The default VPC, so that the example needs no network of its own.
const vpc = aws.ec2.getVpcOutput({ default: true });
const { ids: subnets } = aws.ec2.getSubnetsOutput({
    filters: [{ name: "vpc-id", values: [vpc.id] }],
});

// The other account has the secret and the key. In yours, name a role of it that you may assume.
const roleArn = config.get("otherRoleArn") ?? "arn:aws:iam::210987654321:role/deploy";
const provider = new aws.Provider("other", { assumeRoles: [{ roleArn }] });
const { accountId } = aws.getCallerIdentityOutput({}, { provider });
const key = new aws.kms.Key("shared", { description: "Encrypts what is shared" }, { provider });
const secret = new aws.secretsmanager.Secret("shared", { kmsKeyId: key.arn }, { provider });
const version = new aws.secretsmanager.SecretVersion(
    "shared",
    { secretId: secret.id, secretString: config.requireSecret("apiToken") },
    { provider },
);

const web = new SecretInjectedTaskDefinition("web", {
    cpu: 256,
    memory: 512,
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            secrets: { API_TOKEN: { secret: version, kmsKeyId: key } },
        },
    },
});

// Both sides must allow it: the role is found on this side, and these are for the other one.
const policies = web.crossAccountPolicies[0];
const secretPolicy = new aws.secretsmanager.SecretPolicy(
    "shared",
    { secretArn: secret.arn, policy: pulumi.jsonStringify(policies.secretPolicy) },
    { provider },
);
const keyPolicy = new aws.kms.KeyPolicy(
    "shared",
    {
        keyId: key.keyId,
        policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
                    Action: "kms:*",
                    Resource: "*",
                },
                policies.keyPolicyStatement,
            ],
        }),
    },
    { provider },
);

// A service of your own, so that it can wait for the policies of the other account.
const service = new aws.ecs.Service(
    "web",
    {
        cluster: cluster.arn,
        launchType: "FARGATE",
        desiredCount: 1,
        taskDefinition: web.taskDefinition.arn,
        networkConfiguration: { subnets, assignPublicIp: true },
        waitForSteadyState: true,
        forceNewDeployment: true,
        triggers: web.secretVersions,
    },
    { dependsOn: [...web.prerequisites, secretPolicy, keyPolicy] },
);

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = service.arn;
