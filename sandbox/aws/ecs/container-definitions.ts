import {
    parseContainerDefinitions,
    parseValueFrom,
    listInjections,
    type ContainerDefinition,
} from "../../../core";
import { text, type Properties } from "../resource-type";
import { listEnvironmentFiles } from "./agent-files";
import { refuseFargate } from "./fargate";
import { refuseContainer } from "./refuse-container";
import { refuseContainers } from "./refuse-containers";
import { refuse } from "./refuse-registration";

/** A task definition as DescribeTaskDefinition returns it. */
export interface TaskDefinition {
    readonly taskDefinitionArn: string;
    readonly family: string;
    readonly revision: number;
    readonly status: "ACTIVE" | "INACTIVE";
    readonly networkMode: string;
    readonly requiresCompatibilities: readonly string[];
    readonly executionRoleArn?: string;
    readonly taskRoleArn?: string;
    readonly cpu?: string;
    readonly memory?: string;
    readonly containerDefinitions: readonly ContainerDefinition[];
    /** What is kept as it was given, for example `volumes` and `runtimePlatform`. */
    readonly [field: string]: unknown;
}

const MAX_BYTES = 65_536;

/**
 * Refuses what RegisterTaskDefinition refuses.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function readContainerDefinitions(
    inputs: Properties,
    roleExists: (arn: string) => boolean,
): ContainerDefinition[] {
    const json = text(inputs, "containerDefinitions");
    const { definitions, findings } = parseContainerDefinitions(json);
    if (findings.length > 0) {
        const [{ path, reason }] = findings;
        const at = path === "containerDefinitions" ? "" : `${path} `;
        refuse(`Container definitions: ${at}${reason}.`);
    }
    refuseContainers(definitions, inputs);
    refuseSize(definitions, inputs);
    refusePlatform(inputs, definitions);
    definitions.forEach((definition) => refuseContainer(definition, inputs));
    refuseReferences(definitions, text(inputs, "executionRoleArn"));
    for (const role of ["executionRoleArn", "taskRoleArn"]) {
        const arn = text(inputs, role);
        if (arn !== "" && !roleExists(arn)) {
            refuse("Role is not valid");
        }
    }
    return definitions.map((one) => fillDefaults(one, text(inputs, "networkMode")));
}

/** The whole definition counts, as it is sent. */
function refuseSize(definitions: readonly ContainerDefinition[], inputs: Properties): void {
    const { tags: _apart, trackLatest: _notSent, skipDestroy: _notSentToo, ...sent } = inputs;
    const length = Buffer.byteLength(
        JSON.stringify({ ...sent, containerDefinitions: definitions }),
    );
    if (length > MAX_BYTES) {
        refuse(`Actual length: '${length}'. Max allowed length is '${MAX_BYTES}' bytes.`);
    }
}

function refusePlatform(inputs: Properties, definitions: readonly ContainerDefinition[]): void {
    const compatibilities = (inputs.requiresCompatibilities ?? []) as readonly string[];
    const unknown = compatibilities.find((one) => !["EC2", "EXTERNAL", "FARGATE"].includes(one));
    if (unknown !== undefined) {
        refuse(`There is no compatibility ${unknown}.`);
    }
    if (compatibilities.includes("FARGATE")) {
        refuseFargate(inputs, definitions);
    }
    if (compatibilities.includes("EXTERNAL") && inputs.networkMode === "awsvpc") {
        refuse("External instances do not support network mode awsvpc.");
    }
}

/** The secrets with credentials of private registries, by ARN or name. */
export function registryCredentials(definitions: readonly ContainerDefinition[]): string[] {
    return definitions.flatMap(({ repositoryCredentials }) => {
        const { credentialsParameter } = (repositoryCredentials ?? {}) as {
            credentialsParameter?: string;
        };
        return credentialsParameter ?? [];
    });
}

function refuseReferences(
    definitions: readonly ContainerDefinition[],
    executionRoleArn: string,
): void {
    const injections = listInjections(definitions);
    const needs = {
        "container secrets": injections.length,
        "repository credentials": registryCredentials(definitions).length,
        "environment files": listEnvironmentFiles(definitions).length,
    };
    const needing = Object.entries(needs).find(([, count]) => count > 0);
    if (needing && executionRoleArn === "") {
        refuse(
            `When you are specifying ${needing[0]}, you must also specify a value for 'executionRoleArn'.`,
        );
    }
    for (const { name, valueFrom } of injections) {
        // The service looks at parameter names alone; a malformed secret ARN fails at task start.
        if (!valueFrom.startsWith("arn:") && parseValueFrom(valueFrom).problem) {
            refuse(
                `The Systems Manager parameter name specified for secret ${name} is invalid. The parameter name can be up to 2048 characters and include the following letters and symbols: a-zA-Z0-9_.-,`,
            );
        }
    }
}

/** What AWS adds to a container definition that does not say otherwise. */
export function fillDefaults(
    definition: ContainerDefinition,
    networkMode: string,
): ContainerDefinition {
    const { name, image, portMappings, ...rest } = definition;
    return {
        name,
        image,
        cpu: 0,
        portMappings: fillPorts(portMappings, networkMode || "bridge"),
        essential: true,
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        ...rest,
    };
}

/** Without a bridge a container listens on the host's port of the same number. */
function fillPorts(portMappings: unknown, networkMode: string): object[] {
    const mappings = (portMappings ?? []) as readonly { readonly containerPort?: number }[];
    return mappings.map((mapping) => ({
        hostPort: networkMode === "bridge" ? 0 : mapping.containerPort,
        protocol: "tcp",
        ...mapping,
    }));
}
