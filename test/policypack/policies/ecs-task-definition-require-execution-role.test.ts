import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const ROLE = "arn:aws:iam::123456789012:role/web-execution";
const COMPONENT = "ecs-secrets:index:SecretInjectedService";
const VALUE = "made-up-value-4711";

const GIVE =
    "Give it the ARN of a role that ecs-tasks.amazonaws.com may assume and that may read them: Amazon ECS reads them with the task execution role, never with the task role.";
const REFUSED =
    "Until then AWS refuses it: ClientException: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.";
const REGISTRY_REFUSED =
    "Until then AWS refuses it: ClientException: Private repository authentication requires that the task definition specify a value for executionRoleArn.";
const STOPPED = "Until then its tasks stop before they run: nothing else may read these files.";

const missing = (places: string, refusal: string) =>
    `${places}: the task definition has no executionRoleArn. ${GIVE} ${refusal}`;
const suspected = (sources: string) =>
    `suspected: containerDefinitions are computed from ${sources}, and the task definition has no executionRoleArn. If a container injects that: ${GIVE} ${REFUSED}`;

const withProps = (props: object, type = "aws:ecs/taskDefinition:TaskDefinition"): Stack => ({
    task: { type, props: { family: "web", ...props } },
});
const withContainers = (...containers: object[]) =>
    withProps({ containerDefinitions: JSON.stringify(containers) });
const withContainer = (fields: object) =>
    withContainers({ name: "web", image: "httpd", ...fields });

const secrets = [{ name: "DB", valueFrom: SECRET }];
const file = { value: "arn:aws:s3:::web/web.env", type: "s3" };
const router = (options: object) => ({ firelensConfiguration: { type: "fluentbit", options } });

/** What is not known at a first preview: the definitions as a whole. */
const firstPreview: Stack = {
    secret: { type: "aws:secretsmanager/secret:Secret", props: { arn: UNKNOWN } },
    version: { type: "aws:secretsmanager/secretVersion:SecretVersion", props: { arn: UNKNOWN } },
    parameter: {
        type: "aws:ssm/parameter:Parameter",
        props: { arn: UNKNOWN, type: "SecureString", value: VALUE },
    },
    group: { type: "aws:cloudwatch/logGroup:LogGroup", props: { arn: UNKNOWN } },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: { family: "web", containerDefinitions: UNKNOWN },
        from: { containerDefinitions: ["secret"] },
    },
};
const computedFrom = (...names: string[]) =>
    changeStack(firstPreview, { task: { from: { containerDefinitions: names } } });

const valid: PolicyRow[] = [
    { name: "containers that are given nothing", stack: withContainer({ environment: [] }) },
    { name: "lists that are empty", stack: withContainer({ secrets: [], environmentFiles: [] }) },
    {
        name: "a role",
        stack: withProps({
            executionRoleArn: ROLE,
            containerDefinitions: JSON.stringify([{ name: "web", secrets }]),
        }),
    },
    {
        name: "a role that is not known yet",
        stack: withProps({
            executionRoleArn: UNKNOWN,
            containerDefinitions: JSON.stringify([{ name: "web", secrets }]),
        }),
    },
    {
        name: "a log driver without secret options",
        stack: withContainer({ logConfiguration: { logDriver: "splunk", options: {} } }),
    },
    {
        name: "a log router whose configuration is in its image",
        stack: withContainer(router({ "config-file-type": "file", "config-file-value": "/x" })),
    },
    { name: "definitions that are no JSON", stack: withProps({ containerDefinitions: "[{" }) },
    {
        name: "definitions that are computed from no secret",
        stack: computedFrom("group"),
    },
    {
        name: "definitions that are computed from a secret, and a role that is not known yet",
        stack: changeStack(firstPreview, { task: { props: { executionRoleArn: UNKNOWN } } }),
    },
    {
        name: "definitions of our component, which has a role",
        stack: changeStack(firstPreview, { task: { component: COMPONENT } }),
    },
    {
        name: "suspicions that are turned off",
        stack: firstPreview,
        config: { "ecs-task-definition-require-execution-role": { suspected: "disabled" } },
    },
];

describePolicy("ecs-task-definition-require-execution-role", {
    values: [VALUE],
    valid,
    invalid: [
        {
            name: "a secret in a variable",
            stack: withContainer({ secrets }),
            messages: [missing("secrets DB of container web", REFUSED)],
        },
        {
            name: "a role whose ARN is empty",
            stack: changeStack(withContainer({ secrets }), {
                task: { props: { executionRoleArn: "" } },
            }),
            messages: [missing("secrets DB of container web", REFUSED)],
        },
        {
            name: "the task role in its place",
            stack: changeStack(withContainer({ secrets }), {
                task: { props: { taskRoleArn: ROLE } },
            }),
            messages: [missing("secrets DB of container web", REFUSED)],
        },
        {
            name: "a secret option of a log router",
            stack: withContainer({
                logConfiguration: {
                    logDriver: "awsfirelens",
                    secretOptions: [{ name: "apikey", valueFrom: SECRET }],
                },
            }),
            messages: [missing("secretOptions apikey of container web", REFUSED)],
        },
        {
            name: "credentials of a registry",
            stack: withContainer({ repositoryCredentials: { credentialsParameter: SECRET } }),
            messages: [missing("repositoryCredentials of container web", REGISTRY_REFUSED)],
        },
        {
            name: "files of variables",
            stack: withContainer({ environmentFiles: [file, file] }),
            messages: [missing("environmentFiles of container web", STOPPED)],
        },
        {
            name: "a log router whose configuration is in Amazon S3",
            stack: withContainer(router({ "config-file-type": "s3" })),
            messages: [missing("firelensConfiguration of container web", STOPPED)],
        },
        {
            name: "all of it in one report",
            stack: withContainers(
                { name: "web", secrets, environmentFiles: [file] },
                { name: "app", repositoryCredentials: { credentialsParameter: SECRET }, secrets },
            ),
            messages: [
                missing(
                    "secrets DB of container web, secrets DB of container app, repositoryCredentials of container app, environmentFiles of container web",
                    REFUSED,
                ),
            ],
        },
        {
            name: "a reference that is not known yet",
            stack: withContainer({ secrets: [{ name: "DB", valueFrom: UNKNOWN }] }),
            messages: [missing("secrets DB of container web", REFUSED)],
        },
        {
            name: "what is not known in a part that was computed from a secret, once",
            stack: changeStack(firstPreview, {
                task: {
                    props: {
                        containerDefinitions: JSON.stringify([
                            { name: "web", secrets: [{ name: "DB", valueFrom: UNKNOWN }] },
                        ]),
                    },
                },
            }),
            messages: [missing("secrets DB of container web", REFUSED)],
        },
        {
            name: "the same of aws-native",
            stack: withProps(
                { containerDefinitions: [{ name: "web", secrets }] },
                "aws-native:ecs:TaskDefinition",
            ),
            messages: [missing("secrets DB of container web", REFUSED)],
        },
        {
            name: "what is suspected, where a team wants that",
            stack: firstPreview,
            config: { "ecs-task-definition-require-execution-role": { suspected: "mandatory" } },
            messages: [suspected("secret secret")],
        },
    ],
    unknown: [
        {
            name: "definitions that are computed from a secret",
            stack: firstPreview,
            messages: [suspected("secret secret")],
        },
        {
            name: "definitions that are computed from several, in one report",
            stack: computedFrom("version", "group", "parameter", "secret"),
            messages: [suspected("secret secret, secret version version, parameter parameter")],
        },
    ],
});
