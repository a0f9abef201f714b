import type { Properties } from "../../../../sandbox/aws/resource-type";
import { type Row } from "./row";

const ECS = "operation error ECS: RegisterTaskDefinition, ClientException: ";
const container = { name: "web", image: "httpd", memory: 128 };
const task = (definitions: object[], rest: Properties = {}): Properties => ({
    family: "web",
    containerDefinitions: JSON.stringify(definitions.map((one) => ({ ...container, ...one }))),
    ...rest,
});
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };
const sized = { ...fargate, cpu: "256", memory: "512" };
const file = (value: string, type = "s3") => ({ environmentFiles: [{ value, type }] });
const bucket = "arn:aws:s3:::bucket";
const logs = (logDriver: string, options: object = {}) => ({
    logConfiguration: { logDriver, options },
});
const awslogs = { "awslogs-group": "/web", "awslogs-region": "us-east-1" };
const dependsOn = (...names: string[]) => ({
    dependsOn: names.map((containerName) => ({ containerName, condition: "START" })),
});

const sizes: [string, string][] = [
    ["256", "4096"],
    ["512", "512"],
    ["1024", "1024"],
    ["2048", "2048"],
    ["4096", "31744"],
    ["8192", "18432"],
    ["16384", "16384"],
    ["300", "512"],
    [".25 vCPU", "3 GB"],
];

const rows: [string, Properties | ((role: string) => Properties), string][] = [
    ...sizes.map(([cpu, memory]): [string, Properties, string] => [
        `a task of AWS Fargate with cpu ${cpu} and memory ${memory}`,
        task([{}], { ...fargate, cpu, memory }),
        `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory\\.`,
    ]),
    [
        "a log driver that AWS Fargate has not",
        task([logs("json-file")], sized),
        "Fargate compatible task definitions do not support log driver json-file\\.",
    ],
    [
        "awslogs on AWS Fargate without an execution role",
        task([logs("awslogs", awslogs)], sized),
        "Fargate requires task definition to have execution role ARN to support log driver awslogs",
    ],
    [
        "awslogs on AWS Fargate without a prefix of its streams",
        (executionRoleArn) => task([logs("awslogs", awslogs)], { ...sized, executionRoleArn }),
        "Fargate requires option awslogs-stream-prefix",
    ],
    [
        "awslogs without a group",
        task([logs("awslogs", { "awslogs-region": "us-east-1" })]),
        "Log driver awslogs requires options: awslogs-region, awslogs-group",
    ],
    [
        "a task of AWS Fargate with an IPC mode",
        task([{}], { ...sized, ipcMode: "task" }),
        "Fargate compatible task definitions do not support ipcMode",
    ],
    [
        "a task of AWS Fargate in the host's process space",
        task([{}], { ...sized, pidMode: "host" }),
        "Fargate compatible task definitions support pidMode task alone",
    ],
    [
        "a task of AWS Fargate with placement constraints",
        task([{}], { ...sized, placementConstraints: [{ type: "memberOf" }] }),
        "Fargate compatible task definitions do not support placement constraints",
    ],
    [
        "20 GiB of ephemeral storage on AWS Fargate",
        task([{}], { ...sized, ephemeralStorage: { sizeInGib: 20 } }),
        "Ephemeral storage size must be between 21 and 200 GiB",
    ],
    [
        "a task of external instances in network mode awsvpc",
        task([{}], { requiresCompatibilities: ["EC2", "EXTERNAL"], networkMode: "awsvpc" }),
        "External instances do not support network mode awsvpc",
    ],
    [
        "awsfirelens without a router",
        task([logs("awsfirelens")]),
        "When awsfirelens log driver is specified in log configuration, a firelens configuration",
    ],
    [
        "a router that no container logs to",
        task([{ firelensConfiguration: { type: "fluentbit" } }]),
        "When a firelensConfiguration object is specified, at least one container has to",
    ],
    [
        "containers that wait for one another",
        task([dependsOn("other"), { name: "other", ...dependsOn("web") }]),
        "The dependencies of the containers form a cycle",
    ],
    [
        "a container that waits for itself",
        task([dependsOn("web")]),
        "The dependencies of the containers form a cycle",
    ],
    [
        "a container that waits for none",
        task([dependsOn("other")]),
        "The container web depends on the unknown container other",
    ],
    [
        "eleven containers",
        task(Array.from({ length: 11 }, (_, index) => ({ name: `c${index}` }))),
        "A task definition may hold at most 10 containers",
    ],
    ["two containers of one name", task([{}, {}]), "Container names must be unique"],
    [
        "no essential container",
        task([{ essential: false }]),
        "Invalid 'essential' settings\\. At least one container must be essential",
    ],
    [
        "a mount of a volume that is not there",
        task([{ mountPoints: [{ sourceVolume: "data" }] }]),
        "Unknown volume 'data'\\.",
    ],
    [
        "an environment file without an execution role",
        task([file(`${bucket}/web.env`)]),
        "When you are specifying environment files, you must also specify a value for 'executionRoleArn'",
    ],
    [
        "credentials of a registry without an execution role",
        task([{ repositoryCredentials: { credentialsParameter: "registry" } }]),
        "When you are specifying repository credentials, you must also",
    ],
    [
        "an environment file that does not end in .env",
        task([file(`${bucket}/web.txt`)]),
        "The name of an environment file must end in \\.env",
    ],
    [
        "an environment file that is a bucket",
        task([file(`${bucket}.env`)]),
        "The value of an environment file must be the ARN of an Amazon S3 object",
    ],
    [
        "an environment file of another type",
        task([file(`${bucket}/web.env`, "http")]),
        "The type of an environment file must be s3",
    ],
    [
        "eleven environment files",
        task([{ environmentFiles: Array(11).fill({ value: `${bucket}/a.env`, type: "s3" }) }]),
        "A container may have at most 10 environment files",
    ],
    [
        "65,536 bytes of definitions with all that stands beside them",
        task([{ command: ["x".repeat(65_300)] }], { pidMode: "x".repeat(200) }),
        "Actual length: '\\d+'\\. Max allowed length is '65536' bytes",
    ],
];

/** What Amazon ECS refuses to register. */
export const taskDefinitions: Row[] = rows.map(([title, inputs, message]) => ({
    title,
    type: "task",
    inputs: (account) => (typeof inputs === "function" ? inputs(account.role()) : inputs),
    message: RegExp(`${ECS}${message}`),
}));
