import { sortFindings, type Finding } from "../../finding";
import { findDependencyFindings, type DependencyDescription } from "./find-dependency-findings";
import { findLaunchFindings, type LaunchDescription } from "./find-launch-findings";
import {
    findReferenceFindings,
    type OwnSecrets,
    type ReferenceDescription,
} from "./find-reference-findings";
import { findSameNames, findSecretFindings, type SecretDescription } from "./find-secret-findings";
import { findShapeFindings } from "../shape/find-shape-findings";
import { findPlaintextFinding } from "./plaintext";
import { readShape } from "../shape/read-shape";
import { DEFERRED, isPlainObject, joinPath, type Deferrable } from "../shape/shape";
import { SERVICE_SHAPE } from "../shape/service-shape";

/** The args of a service with every Output and every secret value replaced by `DEFERRED`. */
export interface ServiceDescription extends LaunchDescription {
    readonly secrets?: Readonly<Record<string, SecretDescription>>;
    readonly containers: Readonly<Record<string, ContainerDescription>>;
}

/** A container, as far as the findings look at it. */
export interface ContainerDescription {
    readonly memory?: unknown;
    readonly memoryReservation?: unknown;
    readonly dependsOn?: Deferrable<readonly Deferrable<DependencyDescription>[]>;
    readonly environment?: Readonly<Record<string, Deferrable<string>>>;
    readonly secrets?: Readonly<Record<string, ReferenceDescription>>;
    readonly logConfiguration?: {
        readonly options?: Readonly<Record<string, Deferrable<string>>>;
        readonly secretOptions?: Readonly<Record<string, ReferenceDescription>>;
    };
}

/** Finds everything that is wrong with the args of a service, as far as their values are at hand. */
export function findServiceFindings(args: unknown): Finding[] {
    const shape = findShapeFindings(args, SERVICE_SHAPE, "");
    if (!isPlainObject(args)) {
        return shape;
    }
    // What does not have the shape cannot be read any further; the rest can.
    const service = readShape(args, SERVICE_SHAPE) as Partial<ServiceDescription>;
    const { secrets = {}, containers = {} } = service;
    const own = readOwnSecrets(args.secrets, secrets);
    const names = isPlainObject(args.containers) ? Object.keys(args.containers) : [];
    return sortFindings([
        ...shape,
        ...findLaunchFindings({
            ...service,
            networkConfiguration: args.networkConfiguration,
            containers,
        }),
        ...Object.entries(secrets).flatMap(([key, secret]) =>
            findSecretFindings(secret, joinPath("secrets", key)),
        ),
        ...findSameNames(secrets, "secrets"),
        ...Object.entries(containers).flatMap(([name, container]) =>
            findContainerFindings(name, container, own),
        ),
        ...Object.entries(containers).flatMap(([name, { dependsOn = [] }]) =>
            findDependencyFindings(dependsOn, name, names, `containers.${name}.dependsOn`),
        ),
    ]);
}

/** All keys that a reference may name, also of secrets that cannot be read any further. */
function readOwnSecrets(
    given: unknown,
    secrets: Readonly<Record<string, SecretDescription>>,
): OwnSecrets | undefined {
    const unread = { store: DEFERRED };
    return given === undefined || isPlainObject(given)
        ? Object.fromEntries(Object.keys(given ?? {}).map((key) => [key, secrets[key] ?? unread]))
        : undefined;
}

function findContainerFindings(
    name: string,
    container: ContainerDescription,
    own: OwnSecrets | undefined,
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
