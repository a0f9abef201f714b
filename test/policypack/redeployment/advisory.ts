import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { containers, MASTER, ours, rule, says, SECRET } from "./stack";

const A = "secrets A of container web (secret secret): rotation rotation rotates it, and";
const STALE =
    "nothing in this stack deploys service service anew: its containers keep the value that they started with.";
const pattern = (arn: string, label = "AWSCURRENT") =>
    `the pattern {"detail":{"labelUpdated":["${label}"]},"detail-type":["Secret Label Updated"],"resources":["${arn}"],"source":["aws.secretsmanager"]}`;
const FORCE = "start what calls ecs:UpdateService with forceNewDeployment.";
const stale = `${A} ${STALE} Let a rule of Amazon EventBridge with ${pattern(SECRET)} ${FORCE}`;
const master = (what: string, by: string) =>
    `secrets A of container web (${what}): ${by} rotates it, and ${STALE} Let a rule of Amazon EventBridge with ${pattern(MASTER)} ${FORCE}`;

const OTHER = SECRET.replace("db", "api");
const LABEL = { source: ["aws.secretsmanager"], "detail-type": ["Secret Label Updated"] };

/** What is said, and stops nothing. */
export const advisory: ReportedRow[] = [
    says("a rotation that nothing sees", {}, stale),
    says("a rule for another service's events", rule({ source: ["aws.ecs"] }), stale),
    says("a rule for another secret", rule({ ...LABEL, resources: [OTHER] }), stale),
    says(
        "a rule for what CloudTrail tells of another secret",
        rule({ source: ["aws.secretsmanager"], detail: { requestParameters: { id: [OTHER] } } }),
        stale,
    ),
    says("a rule for deletions", rule({ detail: { eventName: ["DeleteSecret"] } }), stale),
    says("a rule that is switched off", rule(LABEL, { state: "DISABLED" }), stale),
    says("a rule that is switched off in the old way", rule(LABEL, { isEnabled: false }), stale),
    says("a rule on a bus without events of AWS", rule(LABEL, { eventBusName: "web" }), stale),
    says("a rule that AWS refuses", rule("{"), stale),
    says("a rule with a schedule alone", { rule: { ...rule("").rule } }, stale),
    says(
        "a rule of the component for another service",
        { rule: { ...rule(LABEL).rule, ...ours } },
        stale,
    ),
    says(
        "a schedule that does something else",
        {
            schedule: {
                type: "aws:scheduler/schedule:Schedule",
                props: { target: { arn: "arn:aws:scheduler:::aws-sdk:ecs:runTask" } },
            },
        },
        stale,
    ),
    says(
        "a service of the component without redeployOnRotation",
        { service: ours },
        `${A} ${STALE} Give the component redeployOnRotation.`,
    ),
    says(
        "several places of one secret, once",
        { task: { props: { containerDefinitions: containers(SECRET, `${SECRET}:user::`) } } },
        stale.replace(
            "secrets A of container web",
            "secrets A of container web, secrets B of container web",
        ),
    ),
    says(
        "a label of its own, which the rule must watch",
        { task: { props: { containerDefinitions: containers(`${SECRET}::BLUE:`) } } },
        stale.replace("AWSCURRENT", "BLUE"),
    ),
    says(
        "a log driver's secret",
        {
            task: {
                props: {
                    containerDefinitions: JSON.stringify([
                        {
                            name: "web",
                            image: "httpd",
                            logConfiguration: {
                                logDriver: "splunk",
                                secretOptions: [{ name: "splunk-token", valueFrom: SECRET }],
                            },
                        },
                    ]),
                },
            },
        },
        stale.replace("secrets A", "secretOptions splunk-token"),
    ),
    says(
        "a secret by its partial ARN",
        { task: { props: { containerDefinitions: containers(SECRET.slice(0, -7)) } } },
        stale,
    ),
    says(
        "a secret through Parameter Store",
        {
            task: {
                props: {
                    containerDefinitions: containers("/aws/reference/secretsmanager/web/db"),
                },
            },
        },
        stale,
    ),
    says(
        "a version that is pinned, though a rule sees the rotation",
        {
            ...rule(LABEL),
            task: { props: { containerDefinitions: containers(`${SECRET}:::0a1b2c3d`) } },
        },
        `${A} valueFrom names one version of it: new tasks of service service read that same version after each rotation. Leave the version id out.`,
    ),
    says(
        "a service that AWS CodeDeploy deploys",
        { service: { props: { deploymentController: { type: "CODE_DEPLOY" } } } },
        stale.replace(
            FORCE,
            "start a deployment of AWS CodeDeploy: with this deployment controller Amazon ECS forces none.",
        ),
    ),
    says(
        "a service that a third party deploys",
        { service: { props: { deploymentController: { type: "EXTERNAL" } } } },
        stale.replace(
            FORCE,
            "start what makes its task sets: with deployment controller EXTERNAL Amazon ECS forces no deployment.",
        ),
    ),
    says(
        "a rotation of a secret of another stack",
        { secret: undefined, rotation: { from: {} } },
        stale.replace("secret secret", `secret ${SECRET}`),
    ),
    says(
        "a task definition that the service names by its family",
        { service: { props: { taskDefinition: "web" }, from: {} } },
        stale,
    ),
    says(
        "an update that is to make the secret, where the definitions name it by its ARN",
        {
            secret: { props: { arn: UNKNOWN } },
            rotation: { props: { secretId: UNKNOWN } },
        },
        `${A} ${STALE} Let a rule of Amazon EventBridge with source aws.secretsmanager and detail-type "Secret Label Updated" of secret secret ${FORCE}`,
    ),
    says(
        "the password that Amazon RDS manages",
        {
            rotation: undefined,
            database: {
                type: "aws:rds/instance:Instance",
                props: {
                    manageMasterUserPassword: true,
                    masterUserSecrets: [{ secretArn: MASTER }],
                },
            },
            task: { props: { containerDefinitions: containers(`${MASTER}:password::`) } },
        },
        master(
            "the password that rds database manages",
            "the service of rds database (manageMasterUserPassword)",
        ),
    ),
    says(
        "the password that Amazon Redshift manages",
        {
            rotation: undefined,
            warehouse: {
                type: "aws:redshift/cluster:Cluster",
                props: { manageMasterPassword: true, masterPasswordSecretArn: MASTER },
            },
            task: { props: { containerDefinitions: containers(`${MASTER}:password::`) } },
        },
        master(
            "the password that redshift warehouse manages",
            "the service of redshift warehouse (manageMasterPassword)",
        ),
    ),
];
