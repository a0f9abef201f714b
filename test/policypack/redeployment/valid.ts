import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { containers, MASTER, ours, row, rule, SECRET, web } from "./stack";

const NATIVE = {
    source: ["aws.secretsmanager"],
    "detail-type": ["Secret Label Updated"],
    resources: [SECRET],
    detail: { labelUpdated: ["AWSCURRENT"] },
};

/** Stacks on which there is nothing to say. */
export const valid: PolicyRow[] = [
    row("a rule for the secret's new version", rule(NATIVE)),
    row("a rule for all secrets", rule({ source: ["aws.secretsmanager"] })),
    row(
        "a rule for the secret by its name",
        rule({ source: ["aws.secretsmanager"], detail: { name: [{ prefix: "web/" }] } }),
    ),
    row(
        "a rule for what CloudTrail tells of the secret",
        rule({
            "detail-type": ["AWS Service Event via CloudTrail"],
            detail: {
                eventName: ["RotationSucceeded"],
                additionalEventData: { SecretId: [SECRET] },
            },
        }),
    ),
    row(
        "a rule for calls to AWS Secrets Manager",
        rule({
            source: ["aws.secretsmanager"],
            detail: { eventName: ["PutSecretValue"], requestParameters: { secretId: [SECRET] } },
        }),
    ),
    row("a rule on the default bus by its name", rule(NATIVE, { eventBusName: "default" })),
    row("a rule that is not known yet", rule(UNKNOWN)),
    row("a rule for a secret that is not known yet", rule({ ...NATIVE, resources: [UNKNOWN] })),
    row("a rule of aws-native", {
        rule: { type: "aws-native:events:Rule", props: { eventPattern: NATIVE } },
    }),
    row("a schedule that deploys services anew", {
        schedule: {
            type: "aws:scheduler/schedule:Schedule",
            props: { target: { arn: "arn:aws:scheduler:::aws-sdk:ecs:updateService" } },
        },
    }),
    row("a rule of the component for its own service", {
        web,
        rule: { ...rule(NATIVE).rule, ...ours },
        service: ours,
    }),
    row("a first preview of the component, whose rule is not known yet", {
        web,
        rule: { ...rule(UNKNOWN).rule, ...ours },
        service: ours,
    }),
    row("a secret that nothing rotates", { rotation: undefined }),
    row("a rotated secret that no container is given", {
        task: { props: { containerDefinitions: containers() } },
    }),
    row("a rotated secret that pulls the image, which no container holds", {
        task: {
            props: {
                containerDefinitions: JSON.stringify([
                    {
                        name: "web",
                        image: "httpd",
                        repositoryCredentials: { credentialsParameter: SECRET },
                    },
                ]),
            },
        },
    }),
    row("tasks of no service, which get the value when they start", { service: undefined }),
    row("a service of another task definition", {
        service: { props: { taskDefinition: "elsewhere" }, from: {} },
    }),
    row("definitions that are not known yet", {
        task: {
            props: { containerDefinitions: UNKNOWN },
            from: { containerDefinitions: ["secret"] },
        },
    }),
    row("a database whose password the program sets", {
        database: {
            type: "aws:rds/instance:Instance",
            props: { manageMasterUserPassword: false, masterUserSecrets: [{ secretArn: MASTER }] },
        },
        task: { props: { containerDefinitions: containers(MASTER) } },
    }),
    row("a database whose secret is not known yet", {
        database: {
            type: "aws:rds/instance:Instance",
            props: { manageMasterUserPassword: true, masterUserSecrets: UNKNOWN },
        },
        task: { props: { containerDefinitions: containers(MASTER) } },
    }),
];
