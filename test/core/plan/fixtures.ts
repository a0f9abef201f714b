import { DEFERRED } from "../../../core";

/** What a description of right args looks like: values of secrets are deferred. */
export const RIGHT = {
    cluster: "cluster",
    launchType: "EC2",
    networkMode: "bridge",
    secrets: {
        database: { store: "ssm", name: "/web/db", value: DEFERRED },
        splunk: { value: DEFERRED },
    },
    containers: {
        web: {
            image: "httpd",
            memory: 128,
            environment: { LOG_LEVEL: "info" },
            secrets: { DATABASE: { secret: "database" }, LEGACY: "/legacy" },
            logConfiguration: {
                logDriver: "splunk",
                options: { "splunk-url": "https://splunk.example:8080" },
                secretOptions: { "splunk-token": { secret: "splunk", jsonKey: "token" } },
            },
        },
    },
};

/** The right description with some properties of its own replaced. */
export const service = (fields: object): object => ({ ...RIGHT, ...fields });

/** The right description with some properties of its container replaced. */
export const container = (fields: object): object =>
    service({ containers: { web: { ...RIGHT.containers.web, ...fields } } });

/** The right description with a secret `s` more. */
export const owning = (s: object): object => service({ secrets: { ...RIGHT.secrets, s } });

/** The right description on Fargate, with some properties of its own replaced. */
export const fargate = (fields: object, ofContainer: object = {}): object => ({
    ...(container(ofContainer) as typeof RIGHT),
    launchType: "FARGATE",
    networkMode: "awsvpc",
    networkConfiguration: { subnets: ["subnet-0"] },
    cpu: 256,
    memory: 512,
    ...fields,
});

/** A location whose account is visibly none. */
export const LOCATION = { partition: "aws", region: "eu-west-1", account: "123456789012" };

export const KEY_1 = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000001";
export const KEY_2 = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000002";

/** The ARN of a secret by its name and AWS's six characters. */
export const secretArn = (name: string): string =>
    `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`;

/** The ARN of a parameter by its path without a leading slash. */
export const parameterArn = (path: string): string =>
    `arn:aws:ssm:eu-west-1:123456789012:parameter/${path}`;
