import { Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService, type SecretInjectedServiceArgs } from "../../components";

/** Values that read as what they are: made up. */
const FAKE_VALUES = { database: "made-up-database-value", splunk: "made-up-splunk-value" };

/** The args of the article's service, as examples/article gives them. */
export function articleArgs(
    keyArn: pulumi.Input<string>,
    values: { database: string; splunk: string } = FAKE_VALUES,
): SecretInjectedServiceArgs {
    return {
        cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/article",
        launchType: "EC2",
        networkConfiguration: { subnets: ["subnet-0a"], securityGroups: ["sg-0a"] },
        secrets: {
            database: {
                store: "ssm",
                name: "/web/database-password",
                value: pulumi.secret(values.database),
                kmsKeyId: keyArn,
            },
            splunk: { value: pulumi.secret(values.splunk) },
        },
        containers: {
            web: {
                image: "httpd",
                memory: 128,
                portMappings: [{ containerPort: 80, protocol: "tcp" }],
                secrets: { DATABASE_PASSWORD: { secret: "database" } },
                logConfiguration: {
                    logDriver: "splunk",
                    options: { "splunk-url": "https://sample.splunk.com:8080" },
                    secretOptions: { "splunk-token": { secret: "splunk" } },
                },
            },
        },
    };
}

/** The article's program: a key, and the service with it. */
export function articleProgram(
    change: (args: SecretInjectedServiceArgs) => SecretInjectedServiceArgs = (args) => args,
    values = FAKE_VALUES,
): SecretInjectedService {
    const key = new Key("article", {});
    return new SecretInjectedService("web", change(articleArgs(key.arn, values)));
}
