import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "pulumi-ecs-secrets";
import { CLUSTER, KEY, serviceName, SUBNETS } from "./program";

/** Registers a service through the component. */
export function registerService(index: number): void {
    new SecretInjectedService(serviceName(index), {
        cluster: CLUSTER,
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: SUBNETS },
        secrets: {
            api: { value: pulumi.secret("made-up") },
            database: { store: "ssm", value: pulumi.secret("made-up"), kmsKeyId: KEY },
        },
        containers: {
            web: {
                image: "httpd",
                portMappings: [{ containerPort: 80 }],
                environment: { LOG_LEVEL: "info" },
                secrets: {
                    API_TOKEN: { secret: "api", jsonKey: "token" },
                    DATABASE_PASSWORD: { secret: "database" },
                },
                logConfiguration: {
                    logDriver: "splunk",
                    options: { "splunk-url": "https://splunk.example:8088" },
                    secretOptions: { "splunk-token": { secret: "api", jsonKey: "splunk" } },
                },
            },
        },
    });
}
