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

// What exists already: usually of another program, here of this one so that it runs by itself.
const key = new aws.kms.Key("existing", { description: "Encrypts what exists" });
const secret = new aws.secretsmanager.Secret("existing", { kmsKeyId: key.arn });
const version = new aws.secretsmanager.SecretVersion("existing", {
    secretId: secret.id,
    secretString: config.requireSecret("apiToken"),
});
const parameter = new aws.ssm.Parameter("existing", {
    type: "SecureString",
    value: config.requireSecret("databasePassword"),
    keyId: key.arn,
});
const elsewhere = new aws.secretsmanager.SecretVersion("elsewhere", {
    secretId: new aws.secretsmanager.Secret("elsewhere", { kmsKeyId: key.arn }).id,
    secretString: config.requireSecret("signingKey"),
});

const web = new SecretInjectedService("web", {
    cluster: cluster.arn,
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets, assignPublicIp: true },
    containers: {
        web: {
            image: "httpd",
            portMappings: [{ containerPort: 80 }],
            secrets: {
                // Resources say themselves which key they have.
                API_TOKEN: version,
                DATABASE_PASSWORD: parameter,
                // Of an ARN the key is looked up when the program runs.
                SIGNING_KEY: elsewhere.arn,
            },
        },
    },
});

export const taskDefinitionArn = web.taskDefinition.arn;
export const serviceArn = web.service.arn;
