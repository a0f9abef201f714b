import type { ContainerDefinition } from "../../../core";
import { parseArn } from "../../../core";
import type { Properties } from "../resource-type";
import type { EnvironmentFile } from "./agent-files";
import { refuse } from "./refuse-registration";

const MAX_FILES = 10;

/** Refuses what a container may not be, whatever stands beside it. */
export function refuseContainer(definition: ContainerDefinition, inputs: Properties): void {
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
    refuseNames(definition);
    refuseFiles((definition.environmentFiles ?? []) as readonly EnvironmentFile[]);
    refuseLogOptions(definition);
}

function refuseNames({ secrets = [], environment = [] }: ContainerDefinition): void {
    const names = secrets.map((entry) => entry.name);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice.length > 0) {
        refuse(
            `Duplicate secret names found: ${twice.join(", ")}. Each secret name must be unique.`,
        );
    }
    const plain = environment.find((entry) => names.includes(entry.name));
    if (plain) {
        refuse(
            `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${plain.name}'.`,
        );
    }
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
function refuseFiles(files: readonly EnvironmentFile[]): void {
    if (files.length > MAX_FILES) {
        refuse(`A container may have at most ${MAX_FILES} environment files.`);
    }
    for (const { type, value = "" } of files) {
        if (type !== "s3") {
            refuse("The type of an environment file must be s3.");
        }
        const arn = parseArn(value);
        if (arn?.service !== "s3" || !/^[^/]+\/.+/.test(arn.resource)) {
            refuse("The value of an environment file must be the ARN of an Amazon S3 object.");
        }
        if (!value.endsWith(".env")) {
            refuse("The name of an environment file must end in .env.");
        }
    }
}

function refuseLogOptions({ logConfiguration }: ContainerDefinition): void {
    const { logDriver, options = {} } = logConfiguration ?? {};
    const required = ["awslogs-region", "awslogs-group"];
    if (logDriver === "awslogs" && required.some((name) => !options[name])) {
        refuse(`Log driver awslogs requires options: ${required.join(", ")}`);
    }
}
