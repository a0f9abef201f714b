import {
    parseContainerDefinitions,
    parseValueFrom,
    listInjections,
    type ContainerDefinition,
} from "../../../core";
import { AwsError, text, type Properties } from "../resource-type";

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
    if (definitions.length === 0) {
        refuse("TaskDefinition must have at least one container definition.");
    }
    const length = Buffer.byteLength(json);
    if (length > MAX_BYTES) {
        refuse(`Actual length: '${length}'. Max allowed length is '${MAX_BYTES}' bytes.`);
    }
    refuseFargate(inputs);
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

function refuseFargate(inputs: Properties): void {
    const compatibilities = (inputs.requiresCompatibilities ?? []) as readonly string[];
    if (!compatibilities.includes("FARGATE")) {
        return;
    }
    if (inputs.networkMode !== "awsvpc") {
        refuse("Fargate only supports network mode ‘awsvpc’.");
    }
    const lacking = ["cpu", "memory"].find((name) => inputs[name] === undefined);
    if (lacking) {
        refuse(`Fargate requires that '${lacking}' be defined at the task level.`);
    }
}

function refuseContainer(definition: ContainerDefinition, inputs: Properties): void {
    if (!definition.name || !/^[A-Za-z0-9_-]{1,255}$/.test(definition.name)) {
        refuse("Container.name contains invalid characters.");
    }
    if (!definition.image) {
        refuse("Container.image should not be null or empty.");
    }
    const sized = definition.memory ?? definition.memoryReservation ?? inputs.memory;
    if (sized === undefined) {
        refuse(
            `Invalid setting for container '${definition.name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
        );
    }
    const names = (definition.secrets ?? []).map((entry) => entry.name);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice.length > 0) {
        refuse(
            `Duplicate secret names found: ${twice.join(", ")}. Each secret name must be unique.`,
        );
    }
    const plain = (definition.environment ?? []).find((entry) => names.includes(entry.name));
    if (plain) {
        refuse(
            `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${plain.name}'.`,
        );
    }
}

function refuseReferences(definitions: readonly ContainerDefinition[], executionRoleArn: string) {
    const injections = listInjections(definitions);
    if (injections.length > 0 && executionRoleArn === "") {
        refuse(
            "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
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

function refuse(message: string): never {
    throw new AwsError("ECS: RegisterTaskDefinition", "ClientException", message);
}
