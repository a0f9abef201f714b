import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "../../../components";
import type { Account } from "../../../sandbox/aws/account";
import { listServices } from "../../../sandbox/aws/ecs";
import { findLabelled, listSecrets } from "../../../sandbox/aws/secretsmanager";
import { listMessages } from "../../../sandbox/aws/sqs";
import { listExecutions } from "../../../sandbox/aws/states";
import type { Program } from "../../../sandbox/program";
import { listRest } from "../../support/account-rest";

/** A service with a secret of each kind, redeployed on rotation: what is interrupted here. */
export const service: Program = {
    project: "kill",
    run: async () => {
        const config = new pulumi.Config();
        new SecretInjectedService("web", {
            cluster: new aws.ecs.Cluster("web").arn,
            cpu: 256,
            memory: 512,
            networkConfiguration: { subnets: ["subnet-0a"] },
            redeployOnRotation: true,
            secrets: {
                api: { external: { initialValue: config.requireSecret("api") } },
                own: { value: config.requireSecret("own") },
                token: { store: "ssm", value: config.requireSecret("token") },
            },
            containers: {
                web: {
                    image: "httpd",
                    secrets: {
                        API: { secret: "api" },
                        OWN: { secret: "own" },
                        TOKEN: { secret: "token" },
                    },
                },
            },
        });
    },
};

/** The config that holds the values. */
export const KEYS = ["api", "own", "token"];

/** What an account has after an update that nobody has disturbed. */
export const UNDISTURBED = {
    resources: [
        "ecs-clusters/web",
        "ecs-services/web%2Fweb-service",
        "ecs-task-definitions/web",
        "events-rules/web-rotation-rule",
        "iam-roles/web-delivery-role",
        "iam-roles/web-execution-role",
        "iam-roles/web-redeployment-role",
        "iam-roles/web-task-role",
        "secretsmanager-secrets/web-secret-api",
        "secretsmanager-secrets/web-secret-own",
        "sqs-queues/web-rotation-failures",
        "ssm-parameters/web-secret-token",
        "states-machines/web-redeployment",
    ],
    deployments: 1,
    tasks: [{ lastStatus: "RUNNING", injected: { web: ["API", "OWN", "TOKEN"] } }],
    valueless: [] as string[],
    rotations: { executions: 0, messages: 0 },
};

/** What an account has, less the random ends of the names. */
export function describeService(account: Account): typeof UNDISTURBED {
    const secrets = listSecrets(account).filter((one) => !one.scheduledForDeletion);
    const deployments = listServices(account).flatMap((one) => one.deployments);
    return {
        resources: listRest(account).map(withoutRandomness).sort(),
        deployments: deployments.length,
        tasks: (deployments[0]?.tasks ?? []).map(({ lastStatus, injected }) => ({
            lastStatus,
            injected: injected as { web: string[] },
        })),
        valueless: secrets
            .filter((one) => findLabelled(one, "AWSCURRENT") === undefined)
            .map(({ name }) => withoutRandomness(name)),
        rotations: {
            executions: listExecutions(account).length,
            messages: listMessages(account).length,
        },
    };
}

function withoutRandomness(file: string): string {
    return path
        .join(path.basename(path.dirname(file)), path.basename(file, ".json"))
        .replaceAll(/-[0-9a-f]{7}(?=$|%)|%3A\d+$/g, "");
}
