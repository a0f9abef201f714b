import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const ALLOW = "and allow the task execution role to read it";

const entry = (name: string) => `{"name":"${name}","valueFrom":"<ARN of a secret or parameter>"}`;

const remedy = (name: string, instead = "secrets") =>
    `Move it to ${instead}: ${entry(name)}, ${ALLOW}.`;

const PATHS: Record<string, string> = { secretOptions: "logConfiguration.options" };

const stop = (container: string, name: string, instead = "secrets") =>
    `container ${container}: ${PATHS[instead] ?? "environment"} ${name} is plaintext: ` +
    `its name reads as a password. ${remedy(name, instead)}`;

const TASK_TYPE = "aws:ecs/taskDefinition:TaskDefinition";
const COMPONENT = "ecs-secrets:index:SecretInjectedService";

const base: Stack = { task: { type: TASK_TYPE, props: { family: "web" } } };

const withJson = (containerDefinitions: string) =>
    changeStack(base, { task: { props: { containerDefinitions } } });

const withContainers = (...containers: object[]) =>
    withJson(JSON.stringify(containers.map((one) => ({ image: "httpd", ...one }))));

const withVariable = (name: string, value: unknown) =>
    withContainers({ name: "web", environment: [{ name, value }] });

const withOptions = (options: object) =>
    withContainers({ name: "web", logConfiguration: { logDriver: "splunk", options } });

describePolicy("ecs-task-definition-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "a container without environment", stack: withContainers({ name: "web" }) },
        { name: "an ordinary variable", stack: withVariable("LOG_LEVEL", "info") },
        {
            name: "a secret that is injected",
            stack: withContainers({
                name: "web",
                secrets: [{ name: "DB_PASSWORD", valueFrom: "/db/password" }],
            }),
        },
        {
            name: "an ARN under a sensitive name: it points to the secret",
            stack: withVariable(
                "DB_PASSWORD",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
            ),
        },
        {
            name: "a path under a sensitive name: the secret is in the file",
            stack: withVariable("DB_PASSWORD_FILE", "/run/secrets/db"),
        },
        {
            name: "a number under a name that speaks of a password's length",
            stack: withVariable("PASSWORD_MIN_LENGTH", "12"),
        },
        {
            name: "a flag under a sensitive name",
            stack: withVariable("ALLOW_EMPTY_PASSWORD", "yes"),
        },
        {
            name: "a sensitive name without a value: AWS keeps an empty one",
            stack: withVariable("DB_PASSWORD", ""),
        },
        {
            name: "a sensitive name with no value at all, which is an empty one",
            stack: withContainers({ name: "web", environment: [{ name: "DB_PASSWORD" }] }),
        },
        { name: "a key of another kind", stack: withVariable("SORT_KEY", "created_at") },
        {
            name: "an ordinary log option",
            stack: withOptions({ "splunk-url": "https://sample.splunk.com:8080" }),
        },
        {
            name: "another resource with the same property",
            stack: changeStack(withVariable("DB_PASSWORD", VALUE), {
                task: { type: "aws:batch/jobDefinition:JobDefinition" },
            }),
        },
        {
            name: "unknown definitions of our component, which has judged its args itself",
            stack: changeStack(withJson(UNKNOWN), { task: { component: COMPONENT } }),
        },
        { name: "a task definition without the property", stack: base },
    ],
    invalid: [
        {
            name: "a sensitive name with a value",
            stack: withVariable("DB_PASSWORD", VALUE),
            messages: [stop("web", "DB_PASSWORD")],
        },
        {
            name: "a sensitive name with a placeholder: it ends up in production",
            stack: withVariable("MYSQL_ROOT_PASSWORD", "changeme"),
            messages: [stop("web", "MYSQL_ROOT_PASSWORD")],
        },
        {
            name: "a harmless name whose value carries a password",
            stack: withVariable("DATABASE_URL", `postgres://app:${VALUE}@db.example:5432/app`),
            messages: [
                "container web: environment DATABASE_URL is plaintext: its value is a URL that carries a " +
                    `password. ${remedy("DATABASE_URL")}`,
            ],
        },
        {
            name: "every one of several, in the order of their places",
            stack: withContainers(
                {
                    name: "web",
                    environment: [
                        { name: "DB_PASSWORD", value: VALUE },
                        { name: "LOG_LEVEL", value: "info" },
                        { name: "adminPassword", value: VALUE },
                    ],
                },
                { name: "sidecar", environment: [{ name: "DB_PASSWORD", value: VALUE }] },
            ),
            messages: [
                stop("sidecar", "DB_PASSWORD"),
                stop("web", "DB_PASSWORD"),
                stop("web", "adminPassword"),
            ],
        },
        {
            name: "fields with capitals, which Amazon ECS takes as well",
            stack: withJson(
                JSON.stringify([
                    { Name: "web", Environment: [{ Name: "DB_PASSWORD", Value: VALUE }] },
                ]),
            ),
            messages: [stop("web", "DB_PASSWORD")],
        },
        {
            name: "a sensitive log option",
            stack: withOptions({ "splunk-password": VALUE }),
            messages: [stop("web", "splunk-password", "secretOptions")],
        },
        {
            name: "an option of a command, and what stands where a reference belongs",
            stack: withContainers({
                name: "web",
                command: ["app", `--password=${VALUE}`],
                secrets: [{ name: "REDIS", valueFrom: `redis://app:${VALUE}@cache` }],
            }),
            messages: [
                "container web: command password is plaintext: its name reads as a password. " +
                    `Inject it as a variable under secrets: ${entry("PASSWORD")}, ${ALLOW}; let ` +
                    "the program read PASSWORD, or a shell put it in: " +
                    '["sh","-c","exec PROGRAM … \\"$PASSWORD\\""].',
                "container web: secrets REDIS is plaintext: its value is a URL that carries a " +
                    "password. Store the value in AWS Secrets Manager or SSM Parameter Store, and " +
                    `refer to it: ${entry("REDIS")}; whoever could read it here knows it, so ` +
                    "change it.",
            ],
        },
        {
            name: "a child of our component, if it holds a secret all the same",
            stack: changeStack(withVariable("DB_PASSWORD", VALUE), {
                task: { component: COMPONENT },
            }),
            messages: [stop("web", "DB_PASSWORD")],
        },
    ],
    unknown: [
        {
            name: "definitions that are not known yet",
            stack: withJson(UNKNOWN),
            messages: [
                "undetermined: containerDefinitions: is not known yet. It is judged at " +
                    "update, before the task definition is registered.",
            ],
        },
        {
            name: "a value that is not known yet under a sensitive name",
            stack: withVariable("DB_PASSWORD", UNKNOWN),
            messages: [
                "container web: environment DB_PASSWORD is undetermined: its name reads as a password, and " +
                    `its value is not known yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a text that is no JSON",
            stack: withJson(`[{"name": "${VALUE}"`),
            messages: [
                "undetermined: containerDefinitions: the text is not JSON. Give a JSON array of " +
                    "container definitions.",
            ],
        },
        {
            name: "an entry that cannot be read, beside one that can",
            stack: withContainers({ name: "web", environment: [VALUE, { name: "A", value: "1" }] }),
            messages: [
                "undetermined: containerDefinitions[0].environment[0]: cannot be read. Give an " +
                    "array of objects with name and value, both of them strings.",
            ],
        },
        {
            name: "a service's own key: likely a secret, and no more",
            stack: withVariable("GOOGLE_KEY", VALUE),
            messages: [
                "container web: environment GOOGLE_KEY is plaintext: its name reads as a key. " +
                    remedy("GOOGLE_KEY"),
            ],
        },
    ],
});
