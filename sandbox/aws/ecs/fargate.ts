import type { ContainerDefinition } from "../../../core";
import { text, type Properties } from "../resource-type";
import { refuse } from "./refuse-registration";

const GIB = 1024;

/**
 * The sizes of a task: CPU units, the least and the most memory in MiB, and the steps between.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
const SIZES: Readonly<Record<number, readonly number[]>> = {
    256: [512, GIB, 2 * GIB],
    512: steps(1, 4, 1),
    1024: steps(2, 8, 1),
    2048: steps(4, 16, 1),
    4096: steps(8, 30, 1),
    8192: steps(16, 60, 4),
    16384: steps(32, 120, 8),
};

const LOG_DRIVERS = ["awsfirelens", "awslogs", "splunk"];

function steps(least: number, most: number, step: number): number[] {
    const count = (most - least) / step + 1;
    return Array.from({ length: count }, (_, index) => (least + index * step) * GIB);
}

/** Whether AWS Fargate can run tasks of a definition. */
export function isForFargate(inputs: Properties): boolean {
    return inputs.networkMode === "awsvpc" && hasFargateSize(inputs);
}

/** Refuses what AWS Fargate cannot run. */
export function refuseFargate(
    inputs: Properties,
    definitions: readonly ContainerDefinition[],
): void {
    if (inputs.networkMode !== "awsvpc") {
        refuse("Fargate only supports network mode ‘awsvpc’.");
    }
    const lacking = ["cpu", "memory"].find((name) => inputs[name] === undefined);
    if (lacking) {
        refuse(`Fargate requires that '${lacking}' be defined at the task level.`);
    }
    if (!hasFargateSize(inputs)) {
        refuse(
            `No Fargate configuration exists for given values: ${text(inputs, "cpu")} CPU, ${text(inputs, "memory")} memory. See the Amazon ECS documentation for the valid values.`,
        );
    }
    refuseElements(inputs);
    definitions.forEach((definition) => refuseLogs(definition, text(inputs, "executionRoleArn")));
}

function hasFargateSize(inputs: Properties): boolean {
    const cpu = readSize(text(inputs, "cpu"), "vcpu");
    return SIZES[cpu]?.includes(readSize(text(inputs, "memory"), "gb")) ?? false;
}

/** CPU units or MiB as they are, or in the larger unit, as in `.25 vCPU` and `2 GB`. */
function readSize(size: string, unit: string): number {
    const [number, given] = size
        .trim()
        .toLowerCase()
        .split(/\s*([a-z]+)$/);
    return Number(number) * (given === unit ? GIB : 1);
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html */
function refuseElements(inputs: Properties): void {
    if (inputs.ipcMode !== undefined) {
        refuse("Fargate compatible task definitions do not support ipcMode.");
    }
    if (inputs.pidMode !== undefined && inputs.pidMode !== "task") {
        refuse("Fargate compatible task definitions support pidMode task alone.");
    }
    if (((inputs.placementConstraints ?? []) as unknown[]).length > 0) {
        refuse("Fargate compatible task definitions do not support placement constraints.");
    }
    const { sizeInGib } = (inputs.ephemeralStorage ?? {}) as { sizeInGib?: number };
    if (sizeInGib !== undefined && !(sizeInGib >= 21 && sizeInGib <= 200)) {
        refuse("Ephemeral storage size must be between 21 and 200 GiB.");
    }
}

function refuseLogs({ logConfiguration }: ContainerDefinition, executionRoleArn: string): void {
    if (!logConfiguration) {
        return;
    }
    const { logDriver, options } = logConfiguration;
    if (!LOG_DRIVERS.includes(logDriver)) {
        refuse(
            `Fargate compatible task definitions do not support log driver ${logDriver}. Supported: ${LOG_DRIVERS.join(", ")}.`,
        );
    }
    if (logDriver !== "awslogs") {
        return;
    }
    if (executionRoleArn === "") {
        refuse(
            "Fargate requires task definition to have execution role ARN to support log driver awslogs.",
        );
    }
    if (!options?.["awslogs-stream-prefix"]) {
        refuse("Fargate requires option awslogs-stream-prefix of log driver awslogs.");
    }
}
