import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";
const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

const ALLOW = "and allow the task execution role to read it";
const entry = (name: string) => `{"name":"${name}","valueFrom":"<ARN of a secret or parameter>"}`;
const move = (name: string) => `Move it to secrets: ${entry(name)}, ${ALLOW}.`;
const inject = (name: string) =>
    `Inject it as a variable under secrets in containerProperties: ${entry(name)}, allow the ` +
    `execution role to read it, and let the program read ${name}.`;
const mount = (name: string) =>
    "Keep it in a secret of Kubernetes, mount that as a volume of the pod: " +
    '{"name":"secrets","secret":{"secretName":"<name of the secret>"}}, and let the program read ' +
    `${name} from the file.`;

const PASSWORD = "is plaintext: its name reads as a password.";

const base: Stack = {
    task: { type: "aws:batch/jobDefinition:JobDefinition", props: { type: "container" } },
};

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });
const withContainer = (container: object) =>
    withProps({ containerProperties: JSON.stringify({ image: "busybox", ...container }) });
const withNode = (node: object) =>
    withProps({ nodeProperties: JSON.stringify({ nodeRangeProperties: [node] }) });
const withTasks = (...containers: object[]) => ({ taskProperties: [{ containers }] });
const withPod = (podProperties: unknown) => withProps({ eksProperties: { podProperties } });

const variable = (name: string, value: unknown = VALUE) => [{ name, value }];

/** Containers as jobs have them, none of which shows a secret. */
const HARMLESS: readonly [why: string, container: object][] = [
    ["an ordinary setting", { environment: variable("STAGE", "prod") }],
    ["a password that is injected", { secrets: [{ name: "DB_PASSWORD", valueFrom: ARN }] }],
    ["the ARN of a secret", { environment: variable("DB_PASSWORD", ARN) }],
    ["a length", { environment: variable("PASSWORD_MIN_LENGTH", "12") }],
    ["a parameter in a command", { command: ["load", "--db-password", "Ref::dbPassword"] }],
    ["a variable in a command", { command: ["sh", "-c", 'load --password "$DB_PASSWORD"'] }],
    ["a queue in a command", { command: ["work", "--token-queue", "tokens"] }],
    [
        "a token of the log driver that is injected",
        {
            logConfiguration: {
                logDriver: "splunk",
                options: { "splunk-url": "https://splunk.example:8088" },
                secretOptions: [{ name: "splunk-token", valueFrom: ARN }],
            },
        },
    ],
];

const NOT_YET = "is not known yet. It is judged at update.";

describePolicy("batch-job-definition-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        ...HARMLESS.map(([name, container]): PolicyRow => ({
            name,
            stack: withContainer(container),
        })),
        {
            name: "the default of an ordinary parameter",
            stack: withProps({ parameters: { inputKey: "in/a.csv", dbPassword: "" } }),
        },
        {
            name: "pods that mount a secret",
            stack: withPod({
                containers: [
                    {
                        commands: ["sh", "-c"],
                        args: ['load --password "$(cat /secrets/db)"'],
                        envs: variable("DB_PASSWORD_FILE", "/secrets/db"),
                    },
                ],
                volumes: [{ name: "secrets", secret: { secretName: "web-db-password" } }],
                metadata: { labels: { app: "web" } },
            }),
        },
        { name: "a job definition without properties", stack: base },
        { name: "no properties", stack: withProps({ nodeProperties: null, parameters: null }) },
    ],
    invalid: [
        {
            name: "a password",
            stack: withContainer({ environment: variable("DB_PASSWORD") }),
            messages: [
                `containerProperties.environment DB_PASSWORD ${PASSWORD} ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a password in fields with a capital, which AWS takes",
            stack: withProps({
                containerProperties: JSON.stringify({
                    Environment: [{ Name: "DB_PASSWORD", Value: VALUE }],
                }),
            }),
            messages: [
                `containerProperties.environment DB_PASSWORD ${PASSWORD} ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a token among the options of the log driver",
            stack: withContainer({
                logConfiguration: { logDriver: "splunk", options: { "splunk-token": VALUE } },
            }),
            messages: [
                "containerProperties.logConfiguration.options splunk-token is plaintext: its name " +
                    "reads as a token. Move it to secretOptions: " +
                    `${entry("splunk-token")}, ${ALLOW}.`,
            ],
        },
        {
            name: "the default of a parameter",
            stack: withProps({ parameters: { dbPassword: VALUE } }),
            messages: [`parameters dbPassword ${PASSWORD} ${inject("dbPassword")}`],
        },
        {
            name: "a container of a task",
            stack: withProps({
                ecsProperties: JSON.stringify(
                    withTasks({ name: "load", environment: variable("DB_PASSWORD") }),
                ),
            }),
            messages: [
                "container load: ecsProperties.taskProperties[0].containers[0].environment " +
                    `DB_PASSWORD ${PASSWORD} ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "the containers of a node, of each kind",
            stack: withNode({
                container: { environment: variable("A_PASSWORD") },
                ecsProperties: withTasks({ environment: variable("B_PASSWORD") }),
                eksProperties: {
                    podProperties: { containers: [{ env: variable("C_PASSWORD") }] },
                },
            }),
            messages: [
                `container.environment A_PASSWORD ${PASSWORD} ${move("A_PASSWORD")}`,
                "ecsProperties.taskProperties[0].containers[0].environment B_PASSWORD " +
                    `${PASSWORD} ${move("B_PASSWORD")}`,
                `eksProperties.podProperties.containers[0].env C_PASSWORD ${PASSWORD} ` +
                    mount("C_PASSWORD"),
            ].map((message) => `nodeProperties.nodeRangeProperties[0].${message}`),
        },
        {
            name: "a variable and an argument of pods",
            stack: withPod({
                containers: [{ name: "load", envs: variable("DB_PASSWORD") }],
                initContainers: [{ commands: ["init"], args: [`--db-password=${VALUE}`] }],
            }),
            messages: [
                "container load: eksProperties.podProperties.containers[0].envs DB_PASSWORD " +
                    `${PASSWORD} ${mount("DB_PASSWORD")}`,
                "eksProperties.podProperties.initContainers[0].command db-password " +
                    `${PASSWORD} ${mount("DB_PASSWORD")}`,
            ],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withContainer({ environment: variable("DB_PASSWORD", UNKNOWN) }),
            messages: [
                "containerProperties.environment DB_PASSWORD is undetermined: its name reads as a " +
                    `password, and its value is not known yet. ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "properties that are not known yet",
            stack: withProps({
                containerProperties: UNKNOWN,
                ecsProperties: `{"taskProperties":${UNKNOWN}}`,
                eksProperties: UNKNOWN,
                parameters: UNKNOWN,
            }),
            messages: [
                `undetermined: containerProperties: ${NOT_YET}`,
                `undetermined: ecsProperties: ${NOT_YET}`,
                `undetermined: eksProperties.podProperties: ${NOT_YET}`,
                `undetermined: parameters: ${NOT_YET}`,
            ],
        },
        {
            name: "what is no JSON, and JSON that is no object",
            stack: withProps({ containerProperties: "[]", nodeProperties: "{" }),
            messages: [
                "undetermined: containerProperties: an element of the array is not an object. " +
                    "Give a JSON object that has every field once.",
                "undetermined: nodeProperties: cannot be read: it is not JSON. Give what the " +
                    "service takes.",
            ],
        },
        {
            name: "a secret that is no reference",
            stack: withContainer({ secrets: [{ name: "DB_PASSWORD", valueFrom: `${VALUE}!` }] }),
            messages: [
                "undetermined: containerProperties.secrets DB_PASSWORD: is no reference, and may " +
                    "be the secret itself. Give a complete Secrets Manager ARN " +
                    "(arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), that ARN with " +
                    ":json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.",
            ],
        },
    ],
});
