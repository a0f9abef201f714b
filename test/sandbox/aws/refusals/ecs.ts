import type { Properties } from "../../../../sandbox/aws/resource-type";
import { CANARY, type Row } from "./row";

const container = { name: "web", image: "httpd", memory: 128 };
const task = (definition: object, rest: Properties = {}): Properties => ({
    family: "web",
    containerDefinitions: JSON.stringify([{ ...container, ...definition }]),
    ...rest,
});
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };
const secrets = (...names: string[]) => names.map((name) => ({ name, valueFrom: "/web/a" }));
const ECS = "operation error ECS: RegisterTaskDefinition, ClientException: ";

/** What Amazon ECS refuses. */
export const ecs: Row[] = [
    {
        title: "a secret with the name of a plaintext variable",
        type: "task",
        inputs: (account) =>
            task(
                { secrets: secrets("A"), environment: [{ name: "A", value: CANARY }] },
                { executionRoleArn: account.role() },
            ),
        message: RegExp(
            `${ECS}The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A'\\.`,
        ),
    },
    {
        title: "two secrets of one name",
        type: "task",
        inputs: (account) =>
            task({ secrets: secrets("A", "A") }, { executionRoleArn: account.role() }),
        message: RegExp(`${ECS}Duplicate secret names found: A\\. Each secret name must be unique`),
    },
    {
        title: "secrets without an execution role",
        type: "task",
        inputs: () => task({ secrets: secrets("A") }),
        message: RegExp(
            `${ECS}When you are specifying container secrets, you must also specify a value for 'executionRoleArn'\\.`,
        ),
    },
    {
        title: "a role that does not exist",
        type: "task",
        inputs: () => task({}, { executionRoleArn: "arn:aws:iam::123456789012:role/nobody" }),
        message: RegExp(`${ECS}Role is not valid`),
    },
    {
        title: "a parameter name with a version",
        type: "task",
        inputs: (account) =>
            task(
                { secrets: [{ name: "A", valueFrom: "/web/a:3" }] },
                { executionRoleArn: account.role() },
            ),
        message: RegExp(
            `${ECS}The Systems Manager parameter name specified for secret A is invalid`,
        ),
    },
    {
        title: "a container without any memory",
        type: "task",
        inputs: () => task({ memory: undefined }),
        message: RegExp(
            `${ECS}Invalid setting for container 'web'\\. At least one of 'memory' or 'memoryReservation' must be specified`,
        ),
    },
    {
        title: "a text that is no JSON, without quoting it",
        type: "task",
        inputs: () => ({ family: "web", containerDefinitions: `[{"name": ${CANARY}` }),
        message: RegExp(`${ECS}Container definitions: the text is not JSON`),
    },
    {
        title: "a variable that is no object, and says which",
        type: "task",
        inputs: () => task({ environment: [CANARY] }),
        message: RegExp(
            `${ECS}Container definitions: containerDefinitions\\[0\\]\\.environment\\[0\\] cannot be read`,
        ),
    },
    {
        title: "no containers at all",
        type: "task",
        inputs: () => ({ family: "web", containerDefinitions: "[]" }),
        message: RegExp(`${ECS}TaskDefinition must have at least one container definition`),
    },
    {
        title: "a container without an image",
        type: "task",
        inputs: () => task({ image: undefined }),
        message: RegExp(`${ECS}Container\\.image should not be null or empty`),
    },
    {
        title: "a task of AWS Fargate in the bridge",
        type: "task",
        inputs: () => task({}, { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" }),
        message: RegExp(`${ECS}Fargate only supports network mode ‘awsvpc’\\.`),
    },
    {
        title: "a task of AWS Fargate without cpu",
        type: "task",
        inputs: () => task({}, { ...fargate, memory: "512" }),
        message: RegExp(`${ECS}Fargate requires that 'cpu' be defined at the task level\\.`),
    },
    {
        title: "a task of AWS Fargate without memory",
        type: "task",
        inputs: () => task({}, { ...fargate, cpu: "256" }),
        message: RegExp(`${ECS}Fargate requires that 'memory' be defined at the task level\\.`),
    },
    {
        title: "definitions over 65,536 bytes",
        type: "task",
        inputs: () => task({ command: ["x".repeat(66_000)] }),
        message: RegExp(`${ECS}Actual length: '\\d+'\\. Max allowed length is '65536' bytes`),
    },
    {
        title: "a service in another account's cluster",
        type: "service",
        inputs: (account) => ({
            cluster: account.output("cluster", {}, "arn").replace("123456789012", "999999999999"),
        }),
        message: /CreateService, ClusterNotFoundException: Cluster not found/,
    },
    {
        title: "a service whose task definition does not exist",
        type: "service",
        inputs: (account) => ({
            cluster: account.output("cluster", {}, "arn"),
            taskDefinition: "nothing",
        }),
        message: /CreateService, ClientException: TaskDefinition is inactive or not found/,
    },
    {
        title: "a service in a cluster that does not exist",
        type: "service",
        inputs: () => ({ cluster: "nowhere" }),
        message: /CreateService, ClusterNotFoundException: Cluster not found/,
    },
    {
        title: "a task definition without its definitions",
        type: "task",
        inputs: () => ({ family: "web" }),
        message: /Missing required argument\. The argument "containerDefinitions" is required/,
    },
];
