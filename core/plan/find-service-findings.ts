import { parseArn } from "../arn";
import { sortFindings, type Finding } from "../finding";
import { parseParameterName } from "../reference";
import { findReferenceFindings, type ReferenceDescription } from "./find-reference-findings";
import { findPlaintextFinding } from "./plaintext";
import { DEFERRED, findShapeFindings, joinPath, type Deferrable } from "./shape";
import { SERVICE_SHAPE } from "./service-shape";

/** The args of a service with every Output and every secret value replaced by `DEFERRED`. */
export interface ServiceDescription {
    readonly launchType?: Deferrable<string>;
    readonly networkMode?: Deferrable<string>;
    readonly networkConfiguration?: unknown;
    readonly cpu?: unknown;
    readonly memory?: unknown;
    readonly secrets?: Readonly<Record<string, SecretDescription>>;
    readonly containers: Readonly<Record<string, ContainerDescription>>;
}

/** A secret to be created, without its value. */
export interface SecretDescription {
    readonly store?: Deferrable<string>;
    readonly name?: Deferrable<string>;
    readonly value: Deferrable<string>;
    readonly kmsKeyId?: Deferrable<string>;
}

/** A container, as far as the findings look at it. */
export interface ContainerDescription {
    readonly environment?: Readonly<Record<string, Deferrable<string>>>;
    readonly secrets?: Readonly<Record<string, ReferenceDescription>>;
    readonly logConfiguration?: {
        readonly options?: Readonly<Record<string, Deferrable<string>>>;
        readonly secretOptions?: Readonly<Record<string, ReferenceDescription>>;
    };
}

/** The most containers that a task definition may hold. */
const MAX_CONTAINERS = 10;

/** Finds everything that is wrong with the args of a service, as far as their values are at hand. */
export function findServiceFindings(args: unknown): Finding[] {
    const shape = findShapeFindings(args, SERVICE_SHAPE, "");
    if (shape.length > 0) {
        // What does not have the shape cannot be read any further.
        return sortFindings(shape);
    }
    const service = args as ServiceDescription;
    return sortFindings([
        ...findLaunchFindings(service),
        ...Object.entries(service.secrets ?? {}).flatMap(([key, secret]) =>
            findSecretFindings(secret, joinPath("secrets", key)),
        ),
        ...Object.entries(service.containers).flatMap(([name, container]) =>
            findContainerFindings(name, container, service.secrets ?? {}),
        ),
    ]);
}

function findLaunchFindings(service: ServiceDescription): Finding[] {
    const findings: Finding[] = [];
    if (Object.keys(service.containers).length > MAX_CONTAINERS) {
        findings.push({
            path: "containers",
            reason: `a task definition holds at most ${MAX_CONTAINERS} containers`,
            remedy: "Split the service.",
        });
    }
    const networkMode = service.networkMode ?? "awsvpc";
    if (networkMode === "awsvpc" && service.networkConfiguration === undefined) {
        findings.push({
            path: "networkConfiguration",
            reason: "is missing, and network mode awsvpc needs it",
            remedy: "Give its subnets and security groups.",
        });
    }
    if ((service.launchType ?? "FARGATE") !== "FARGATE") {
        return findings;
    }
    const missing = (["cpu", "memory"] as const).filter((size) => service[size] === undefined);
    return [
        ...findings,
        ...missing.map((size) => ({
            path: size,
            reason: "is missing, and launch type FARGATE needs it",
            remedy: `Give the task's ${size}, or another launchType.`,
        })),
    ];
}

function findSecretFindings(secret: SecretDescription, path: string): Finding[] {
    const findings: Finding[] = [];
    if (secret.value === "") {
        const remedy = "Give the value, for example config.requireSecret(…).";
        findings.push({ path: joinPath(path, "value"), reason: "is empty", remedy });
    }
    if (secret.store === "ssm" && typeof secret.name === "string") {
        const { problem } = parseParameterName(secret.name);
        findings.push(...(problem ? [{ path: joinPath(path, "name"), ...problem }] : []));
    }
    if (typeof secret.kmsKeyId === "string") {
        findings.push(...findKeyArnFindings(secret.kmsKeyId, joinPath(path, "kmsKeyId")));
    }
    return findings;
}

/** IAM grants the use of a key by the key's own ARN alone, so that is what must be given. */
export function findKeyArnFindings(kmsKeyId: string, path: string): Finding[] {
    const arn = parseArn(kmsKeyId);
    const isKeyArn = arn?.service === "kms" && arn.resource.startsWith("key/");
    const reason = "is not the ARN of a key (an alias or a bare key id cannot be granted)";
    return isKeyArn ? [] : [{ path, reason, remedy: "Give the key's ARN, for example key.arn." }];
}

function findContainerFindings(
    name: string,
    container: ContainerDescription,
    own: Readonly<Record<string, SecretDescription>>,
): Finding[] {
    const path = joinPath("containers", name);
    const environment = container.environment ?? {};
    const logConfiguration = container.logConfiguration ?? {};
    const namedTwice = Object.keys(container.secrets ?? {}).filter((variable) =>
        Object.hasOwn(environment, variable),
    );
    return [
        ...(/^[A-Za-z0-9_-]{1,255}$/.test(name)
            ? []
            : [
                  {
                      path,
                      reason: "the container's name may hold letters, digits, - and _ alone",
                      remedy: "Rename the container.",
                  },
              ]),
        ...findPlaintextFindings(environment, joinPath(path, "environment"), "secrets"),
        ...findPlaintextFindings(
            logConfiguration.options ?? {},
            joinPath(path, "logConfiguration.options"),
            "secretOptions",
        ),
        ...namedTwice.map((variable) => ({
            path: `${path}.secrets.${variable}`,
            reason: "has the name of an environment variable of the same container",
            remedy: `Remove ${variable} from environment.`,
        })),
        ...findReferenceFindings(container.secrets ?? {}, own, joinPath(path, "secrets")),
        ...findReferenceFindings(
            logConfiguration.secretOptions ?? {},
            own,
            joinPath(path, "logConfiguration.secretOptions"),
        ),
    ];
}

function findPlaintextFindings(
    entries: Readonly<Record<string, Deferrable<string>>>,
    path: string,
    instead: "secrets" | "secretOptions",
): Finding[] {
    return Object.entries(entries).flatMap(([name, value]) =>
        value === DEFERRED ? [] : findPlaintextFinding(name, value, joinPath(path, name), instead),
    );
}
