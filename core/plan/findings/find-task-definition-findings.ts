import { sortFindings, type Finding } from "../../finding";
import { findShapeFindings } from "../shape/find-shape-findings";
import { readShape } from "../shape/read-shape";
import { DEFERRED, isPlainObject, joinPath, type ObjectShape } from "../shape/shape";
import { TASK_DEFINITION_SHAPE } from "../shape/task-shape";
import type { SecretDescription, ServiceDescription } from "./description";
import { findContainerFindings, findEssentialFindings } from "./find-container-findings";
import { findDependencyCycles } from "./find-dependency-cycles";
import { findDependencyFindings } from "./find-dependency-findings";
import { findGivenKeyFindings } from "./find-key-findings";
import { findLaunchFindings } from "./find-launch-findings";
import { findLogFindings } from "./find-log-findings";
import { findPortFindings } from "./find-port-findings";
import { findRoleFindings } from "./find-role-findings";
import { findSecretFindings } from "./find-secret-findings";
import { findSameNames } from "./find-secret-name-findings";
import { findVolumeFindings } from "./find-volume-findings";
import { findReadSecretFindings } from "./find-whole-secret-findings";
import { findSecretKeyFindings, listInlineSecrets } from "./inline-secrets";
import type { OwnSecrets } from "./meant-secret";

/** Args as far as they have the shape, and what the findings need besides. */
export interface ReadArgs {
    readonly service: ServiceDescription;
    /** `undefined` if it is not known which secrets there are. */
    readonly own: OwnSecrets | undefined;
    /** The names of all containers, also of those that cannot be read. */
    readonly names: readonly string[];
}

/** Finds everything that is wrong with the args of a task definition, as far as it is at hand. */
export function findTaskDefinitionFindings(args: unknown): Finding[] {
    const shape = findShapeFindings(args, TASK_DEFINITION_SHAPE, "");
    return isPlainObject(args)
        ? sortFindings([...shape, ...findTaskFindings(readArgs(args, TASK_DEFINITION_SHAPE))])
        : shape;
}

/** Reads args; what does not have the shape cannot be judged any further, the rest can. */
export function readArgs(args: Readonly<Record<string, unknown>>, shape: ObjectShape): ReadArgs {
    const read = readShape(args, shape) as Partial<ServiceDescription>;
    const { secrets = {}, containers = {} } = read;
    return {
        service: { ...read, secrets, containers },
        own: readOwnSecrets(args.secrets, secrets),
        names: isPlainObject(args.containers) ? Object.keys(args.containers) : [],
    };
}

/** Finds what is wrong with a task, of a service or not. */
export function findTaskFindings({ service, own, names }: ReadArgs): Finding[] {
    const { secrets = {}, containers, executionRole = {}, taskRole = {}, logGroup } = service;
    const { readSecrets = [] } = taskRole;
    const inline = listInlineSecrets(service);
    const owned = Object.entries(secrets).map(([key, secret]) => ({
        path: joinPath("secrets", key),
        secret,
    }));
    return [
        ...owned.flatMap(({ secret, path }) => findSecretFindings(secret, path)),
        ...findSecretKeyFindings(secrets, inline),
        ...findSameNames([...owned, ...inline]),
        ...Object.entries(containers).flatMap(([name, container]) =>
            findContainerFindings(name, container, own),
        ),
        ...Object.entries(containers).flatMap(([name, { dependsOn = [] }]) =>
            findDependencyFindings(dependsOn, name, names, `containers.${name}.dependsOn`),
        ),
        ...findDependencyCycles(containers),
        ...findEssentialFindings(containers),
        ...findPortFindings(containers, service.networkMode),
        ...findVolumeFindings(service, names),
        ...findLaunchFindings(service),
        ...findLogFindings(service),
        ...findRoleFindings(executionRole, "executionRole"),
        ...findRoleFindings(taskRole, "taskRole"),
        ...(readSecrets === DEFERRED ? [] : readSecrets).flatMap((reference, index) =>
            findReadSecretFindings(reference, own, `taskRole.readSecrets[${index}]`),
        ),
        ...findGivenKeyFindings(logGroup?.kmsKeyId, "logGroup.kmsKeyId"),
    ];
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
